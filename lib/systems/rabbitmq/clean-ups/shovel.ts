// What is a shovel told that takes so many messages to another queue, once? It speaks to its own node, and knows no password.
import type { Place } from "./place.ts";

/** Handed out and not confirmed yet, so few that little is handed out twice when it ends early. */
const onItsWay = 100;

/** A part of the node itself, by its virtual host; whoever sets it has to be allowed there. */
const uriOf = ({ virtualHost }: Pick<Place, "virtualHost">): string =>
	`amqp:///${encodeURIComponent(virtualHost)}`;

/** A number, not "queue-length": somebody said yes to so many. After a failure it does not begin anew, as it would begin to count anew. */
export const shovelOf = (
	from: Pick<Place, "virtualHost" | "name">,
	to: Pick<Place, "virtualHost" | "name">,
	count: number,
): Readonly<Record<string, string | number | boolean>> => ({
	...{ "src-protocol": "amqp091", "src-uri": uriOf(from) },
	...{ "src-queue": from.name, "src-delete-after": count },
	...{ "src-prefetch-count": onItsWay, "ack-mode": "on-confirm" },
	...{ "dest-protocol": "amqp091", "dest-uri": uriOf(to) },
	...{ "dest-queue": to.name, "dest-add-forward-headers": false },
	"reconnect-delay": 0,
});
