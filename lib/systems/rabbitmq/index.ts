// How is RabbitMQ read? The door of this system: everything else in the folder is behind it.
//
// Only its management is asked, over HTTP, and never for a message. A tick reads all queues page by page, by the columns it
// needs, which is a tenth of what all of them cost; what time did not suffice for is read first in the next tick
// (queues/walk.ts). Numbers are as old as the server's own counting, five seconds unless it is set otherwise. Readers of a
// queue form no group. What was handed out for the first time counts as read, so that what fails again and again does not
// (queues/memory.ts). A queue that gives up its oldest for lack of room tells how soon, and what went (queues/fill.ts, queues/balance.ts). Alarms
// and nodes that lost each other are troubles of the broker (nodes/nodes.ts).
import type { System } from "../system.ts";
import { connectTo } from "./broker.ts";
import { type Configured, configured } from "./connection/configured.ts";
import { mistakesIn, schemes, usualPort } from "./connection/settings.ts";
import { words } from "./words.ts";

export const rabbitmq: System<Configured> = {
	words,
	schemes,
	usualPorts: [usualPort],
	settings: configured,
	mistakesIn,
	open: connectTo,
};
