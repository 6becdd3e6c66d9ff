// Who reads from Kafka, and how well?
import type { Consumer, EachBatchPayload, Kafka } from "kafkajs";
import type { Reader } from "./kafka-cast.ts";
import { forever, pause } from "./pause.ts";

export function readKafka(kafka: Kafka, reader: Reader) {
	for (let member = 0; member < reader.members; member++)
		void forever(reader.group, async () => {
			const consumer = await join(kafka, reader);
			if (reader.job === undefined) await untilGone(consumer);
			else await doJob(consumer, reader.job);
		});
}

async function join(kafka: Kafka, reader: Reader): Promise<Consumer> {
	const consumer = kafka.consumer({
		groupId: reader.group,
		sessionTimeout: 10_000,
		maxWaitTimeInMs: 2000,
		// A slow member takes small bites, so that all its partitions move.
		maxBytesPerPartition: reader.perSecond === undefined ? 1_048_576 : 4096,
	});
	try {
		await consumer.connect();
		await consumer.subscribe({
			topics: [...reader.topics],
			fromBeginning: reader.fromBeginning ?? false,
		});
		getStuck(consumer, reader);
		await consumer.run({
			autoCommitInterval: 1000,
			eachBatchAutoResolve: false,
			eachBatch: (batch) => digest(batch, reader.perSecond),
		});
		return consumer;
	} catch (error) {
		await consumer.disconnect().catch(() => {});
		throw error;
	}
}

/** Not at once: what it had read before is committed, so everybody can see where it stands. */
function getStuck(consumer: Consumer, { topics, stuckPartition }: Reader) {
	const [topic] = topics;
	if (topic === undefined || stuckPartition === undefined) return;
	consumer.on(consumer.events.GROUP_JOIN, async () => {
		await pause(6000);
		consumer.pause([{ topic, partitions: [stuckPartition] }]);
	});
}

async function digest(payload: EachBatchPayload, perSecond?: number) {
	const { messages } = payload.batch;
	const bite = perSecond === undefined ? messages.length : perSecond / 2;
	for (let from = 0; from < messages.length; from += Math.ceil(bite)) {
		if (!payload.isRunning() || payload.isStale()) return;
		const last =
			messages[Math.min(from + Math.ceil(bite), messages.length) - 1];
		if (perSecond !== undefined)
			await pause((1000 * Math.ceil(bite)) / perSecond);
		if (last !== undefined) payload.resolveOffset(last.offset);
		await payload.heartbeat();
		await payload.commitOffsetsIfNecessary();
	}
}

/** kafkajs restarts after most failures by itself; after the others the member is made anew. */
const untilGone = (consumer: Consumer) =>
	new Promise<void>((resolve) => {
		consumer.on(consumer.events.CRASH, ({ payload }) => {
			if (!payload.restart) resolve();
		});
	});

async function doJob(
	consumer: Consumer,
	job: { readonly everyMs: number; readonly lastsMs: number },
) {
	await pause(job.lastsMs);
	await consumer.disconnect();
	await pause(job.everyMs - job.lastsMs);
}
