// What is this system called, and what does it look like?
import type { KindWords, Said, SystemWords } from "#lib/core/board.ts";
import { metrics } from "./metrics.ts";
import {
	classicKind,
	otherKind,
	quorumKind,
	streamKind,
} from "./queues/kinds.ts";

const queue = (channel: Said): KindWords => ({
	...{ channel, group: null, holds: true, keeps: true },
	...{ partitioned: false, itemised: false, metrics },
});

/** What waits in others is not taken from them by whoever reads it. */
const cleaned = (channel: Said): KindWords => ({
	...queue(channel),
	actions: ["move", "evict", "delete", "purge"],
});

export const words: SystemWords = {
	name: "rabbitmq",
	label: "RabbitMQ",
	icon: "M2.5 2.5h2v4.2h3V2.5h2v4.2h4v6.8h-11zM10.6 10.2h.9",
	example: "rabbitmq://user:password@host:15672",
	finds: {
		en: "classic, quorum and stream queues",
		ko: "클래식·쿼럼·스트림 큐",
	},
	kinds: {
		[classicKind]: cleaned({ en: "queue", ko: "큐" }),
		[quorumKind]: cleaned({ en: "quorum queue", ko: "쿼럼 큐" }),
		[streamKind]: queue({ en: "stream", ko: "스트림" }),
		[otherKind]: queue({ en: "other queue", ko: "그 밖의 큐" }),
	},
};
