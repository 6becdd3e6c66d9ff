// What would the management say of a queue in a test? One at rest, but for what the test changes.

import { limitsIn } from "../queues/limits.ts";
import type { QueueReply } from "../queues/replies.ts";

export const queue = (change: Partial<QueueReply> = {}): QueueReply => ({
	...{ named: { virtualHost: "/", name: "orders" }, type: "classic" },
	...{ state: "running", ready: 0, readyBytes: 0, unacked: 0, consumers: 0 },
	...{ headMs: null, counts: counts(), limits: limitsIn({}, {}) },
	...change,
});

export const counts = (
	change: Partial<NonNullable<QueueReply["counts"]>> = {},
): NonNullable<QueueReply["counts"]> => ({
	...{ published: 0, delivered: 0, redelivered: 0, acked: 0, unanswered: 0 },
	...change,
});
