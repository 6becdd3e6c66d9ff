// Who reads from Kafka, and how well?
import type { Consumer, EachBatchPayload, Kafka } from "kafkajs";
import { isAway, onDuty, sentAway } from "./duty.ts";
import type { Reader } from "./kafka-cast.ts";
import { forever, pause } from "./pause.ts";

export function readKafka(kafka: Kafka, reader: Reader) {
	for (let member = 0; member < reader.members; member++)
		void forever(reader.group, async () => {
			await onDuty(reader.group);
			const consumer = await join(kafka, reader);
			if (reader.job !== undefined) return doJob(consumer, reader.job);
			await Promise.race([untilGone(consumer), sentAway(reader.group)]);
			if (isAway(reader.group)) await consumer.disconnect();
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
function getStuck(
	consumer: Consumer,
	{ group, topics, stuckPartition }: Reader,
) {
	const [topic] = topics;
	if (topic === undefined || stuckPartition === undefined) return;
	const part = [{ topic, partitions: [stuckPartition] }];
	const freed = `${group} partition`;
	let joined = 0;
	consumer.on(consumer.events.GROUP_JOIN, async () => {
		const mine = ++joined;
		await pause(6000);
		while (mine === joined) {
			await onDuty(freed);
			consumer.pause(part);
			await sentAway(freed);
			consumer.resume(part);
		}
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
