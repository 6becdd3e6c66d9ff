// What is this system called, and what does it look like?
import type { SystemWords } from "#lib/core/board.ts";
import { metrics } from "./metrics.ts";
import { kind } from "./positions/readings.ts";

export const words: SystemWords = {
	name: "kafka",
	label: "Kafka",
	icon: "M5.5 4.6v1.6M5.5 9.8v1.6M7.2 7.1l2.6-1.4M7.2 8.9l2.6 1.4M5.5 1.7a1.45 1.45 0 1 1 0 2.9 1.45 1.45 0 0 1 0-2.9zM5.5 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM5.5 11.4a1.45 1.45 0 1 1 0 2.9 1.45 1.45 0 0 1 0-2.9zM11.1 3.6a1.45 1.45 0 1 1 0 2.9 1.45 1.45 0 0 1 0-2.9zM11.1 9.5a1.45 1.45 0 1 1 0 2.9 1.45 1.45 0 0 1 0-2.9z",
	example: "kafka://broker-1:9092,broker-2:9092",
	finds: { en: "topics and consumer groups", ko: "토픽과 컨슈머 그룹" },
	kinds: {
		[kind]: {
			channel: { en: "topic", ko: "토픽" },
			group: { en: "group", ko: "그룹" },
			holds: false,
			keeps: true,
			partitioned: true,
			itemised: false,
			command: [
				"kafka-consumer-groups.sh",
				...["--bootstrap-server", "{hosts:9092}"],
				...["--describe", "--group", "{group}"],
			],
			actions: ["undo", "evict", "reset", "forget", "destroy"],
			wholeGroup: ["evict", "destroy"],
			metrics,
		},
	},
};
