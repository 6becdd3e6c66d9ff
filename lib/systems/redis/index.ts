// What can be read from a Redis or a Valkey? Stream groups: how far behind, what they hold, and who is registered.
//
// One connection a server, polled. A tick asks no stream while nothing was written at the server (lull.ts); else XINFO GROUPS of
// every known stream in pipelines, XLEN where not all is read (questions.ts), XINFO STREAM only where a group's own count
// cannot be trusted (backlog.ts tells when, version by version), XPENDING only of groups that hold something and changed,
// and single entries only where nothing else tells. Streams are found by a paced SCAN (keys/sweep.ts).
// Nothing is written but by a clean-up that was approved (clean-ups/open.ts), and no payload is kept. Members are those
// registered, and which of them live is judged (members/judge.ts) from XINFO CONSUMERS and CLIENT LIST, looked at in turn
// and remembered: exactly where connections are named `tm:<group>:<member>`, else within what the connections allow.
import type { System } from "../system.ts";
import { kinds as broadcastKinds } from "./broadcast/words.ts";
import { cli } from "./cli.ts";
import { type Configured, configured } from "./connection/configured.ts";
import { listCommand } from "./lists/command.ts";
import { listKind } from "./lists/readings.ts";
import { listMetrics, metrics } from "./metrics.ts";
import { connectTo } from "./server.ts";
import { streamKind } from "./streams/readings.ts";
import { mistakesIn } from "./topology/mistakes.ts";

export const redis: System<Configured> = {
	words: {
		name: "redis",
		label: "Redis",
		icon: "M8 2.2 14 5 8 7.8 2 5zM2 8.1l6 2.8 6-2.8M2 11.2 8 14l6-2.8",
		example: "redis://user:password@host:6379/0",
		finds: {
			en: "streams, lists and pub/sub; also Valkey",
			ko: "스트림, 리스트, Pub/Sub, Valkey도 지원",
		},
		kinds: {
			[streamKind]: {
				channel: { en: "stream", ko: "스트림" },
				group: { en: "consumer group", ko: "컨슈머 그룹" },
				holds: true,
				keeps: true,
				partitioned: false,
				itemised: true,
				command: [...cli, "XINFO", "GROUPS", "{channel}"],
				actions: [
					...(["count", "remove", "clear", "reclaim", "park"] as const),
					...(["redrive", "undo", "trim", "destroy"] as const),
				],
				metrics,
			},
			[listKind]: {
				channel: { en: "list", ko: "리스트" },
				group: null,
				holds: true,
				keeps: true,
				partitioned: false,
				itemised: false,
				command: listCommand,
				actions: ["recover", "redrive", "undo"],
				metrics: listMetrics,
			},
			...broadcastKinds,
		},
	},
	schemes: ["redis", "rediss", "redis+sentinel", "rediss+sentinel"],
	usualPorts: [6379],
	settings: configured,
	mistakesIn,
	open: connectTo,
};
