// What was true at the broker, and until when? Backlogs that only grow, each message dated where it was sent: whatever is shown of them can be checked from outside.
import { randomUUID } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import { Redis } from "ioredis";
import { Kafka, logLevel } from "kafkajs";
import type { KafkaWorld } from "#world/kafka.ts";

export type Truth = {
	readonly broker: string;
	readonly channel: string;
	readonly group: string;
	/** How many wait, as far as the broker confirmed it. */
	lag(): number;
	/** By the clock of this machine; null while it still is so, or where a loss of the broker left nobody sure. */
	untilMs(lag: number): number | null;
	/** No more come, and what was sent stays. */
	end(): Promise<void>;
};

type Source = {
	readonly broker: string;
	readonly channel: string;
	readonly group: string;
	/** One message more; fails where the broker does not confirm it. */
	send(): Promise<unknown>;
	close(): Promise<unknown>;
};

const everyMs = 100;

function truthOf({ broker, channel, group, send, close }: Source): Truth {
	/** When the message of each place was confirmed: until then the lag was its place. */
	const confirmedMs: number[] = [];
	let ending = false;
	/** Whether one that failed came to be all the same, nobody knows: from there on nothing is claimed. */
	let isUnsure = false;
	const sending = (async () => {
		while (!ending && !isUnsure) {
			try {
				await send();
				confirmedMs.push(Date.now());
			} catch {
				isUnsure = true;
			}
			await after(everyMs);
		}
	})();
	return {
		...{ broker, channel, group },
		lag: () => confirmedMs.length,
		untilMs: (lag) => confirmedMs[lag] ?? null,
		async end() {
			ending = true;
			await sending;
			await close();
		},
	};
}

/** The group reads nothing. */
export async function redisTruth(
	broker: string,
	{ address }: { readonly address: string },
): Promise<Truth> {
	const channel = `truth:${randomUUID().slice(0, 8)}`;
	const group = "nobody";
	const client = new Redis(address, {
		...{ maxRetriesPerRequest: 0, commandTimeout: 2000 },
	});
	client.on("error", () => {});
	await client.xgroup("CREATE", channel, group, "$", "MKSTREAM");
	return truthOf({
		...{ broker, channel, group },
		send: () => client.xadd(channel, "*", "n", "1"),
		close: async () => client.disconnect(),
	});
}

export const truthName = () => `truth-${randomUUID().slice(0, 8)}`;
export const nobodyOf = (channel: string) => `${channel}-nobody`;

/** The group stands at the beginning and reads nothing. */
export async function kafkaTruth(
	broker: string,
	kafka: KafkaWorld,
	{
		channel = truthName(),
		/** The nodes that keep it, the one that leads first; null for the one there is. */
		nodes = null as readonly number[] | null,
	} = {},
): Promise<Truth> {
	const group = nobodyOf(channel);
	const client = new Kafka({
		...{ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING },
		requestTimeout: 3000,
		// Each is sent once, however often it is tried: while nodes change places it waits for its turn.
		retry: { retries: 100, initialRetryTime: 100, maxRetryTime: 500 },
	});
	const admin = client.admin();
	await admin.connect();
	await kafka.createTopics([
		nodes === null
			? { topic: channel, numPartitions: 1 }
			: {
					...{ topic: channel, numPartitions: -1, replicationFactor: -1 },
					replicaAssignment: [{ partition: 0, replicas: [...nodes] }],
				},
	]);
	await admin.setOffsets({
		...{ groupId: group, topic: channel },
		partitions: [{ partition: 0, offset: "0" }],
	});
	await admin.disconnect();
	const producer = client.producer({
		idempotent: true,
		maxInFlightRequests: 1,
	});
	await producer.connect();
	return truthOf({
		...{ broker, channel, group },
		send: () =>
			producer.send({
				...{ topic: channel, acks: -1 },
				messages: [{ partition: 0, value: "1" }],
			}),
		close: () => producer.disconnect(),
	});
}
