// What are the kinds of channels called that keep nothing?
import type { KindWords } from "#lib/core/board.ts";
import { cli } from "../cli.ts";
import { channelKind, listenersKind, shardKind } from "./readings.ts";

const nothingWaits = {
	...{ group: null, holds: false, keeps: false },
	...{ partitioned: false, itemised: false },
} as const;

const subscribers = {
	name: "tidemark_channel_subscribers",
	help: "Connections that listen to just this channel, without those that do by a pattern",
	figure: "registered",
	labels: { broker: "broker", channel: "channel", kind: "kind" },
	together: "sum",
} as const;

export const kinds: Readonly<Record<string, KindWords>> = {
	[channelKind]: {
		...nothingWaits,
		channel: { en: "pub/sub channel", ko: "Pub/Sub 채널" },
		command: [...cli, "PUBSUB", "NUMSUB", "{channel}"],
		metrics: [subscribers],
	},
	[shardKind]: {
		...nothingWaits,
		channel: { en: "sharded channel", ko: "샤드 채널" },
		command: [...cli, "PUBSUB", "SHARDNUMSUB", "{channel}"],
		metrics: [subscribers],
	},
	[listenersKind]: {
		...nothingWaits,
		channel: { en: "all subscribers", ko: "전체 구독자" },
		command: [...cli, "CLIENT", "LIST", "TYPE", "pubsub"],
		metrics: [
			{
				name: "tidemark_subscriber_output_bytes_max",
				help: "The most that waits to be sent to any one subscriber; left out where the server does not count it",
				figure: "outputBytes",
				labels: { broker: "broker" },
				together: "greatest",
			},
		],
	},
};
