// Who writes to Kafka, before the first look and ever after?
import { CompressionTypes, type Kafka, type Producer } from "kafkajs";
import { blowing } from "./duty.ts";
import { deadGroup, leftTopic, type Topic, topics } from "./kafka-cast.ts";
import { keyOf, messageOf } from "./message.ts";
import { forever, pause, untilDone } from "./pause.ts";
import { counter } from "./tide.ts";

const everyMs = 500;
const seededOverMs = 3 * 3_600_000;

/** Topics, messages of the last hours, and what was committed once by who does not come back. */
export async function seedKafka(kafka: Kafka) {
	const admin = kafka.admin();
	const producer = kafka.producer();
	await Promise.all([admin.connect(), producer.connect()]);
	await admin.createTopics({
		waitForLeaders: true,
		topics: topics.map((topic) => ({
			topic: topic.name,
			numPartitions: topic.partitions,
			configEntries: lifetimeOf(topic),
		})),
	});
	await Promise.all([
		...topics.map((topic) => seed(producer, topic)),
		untilDone("the dead group", () => commitOnce(kafka)),
		untilDone("the left topic", () =>
			admin.setOffsets({
				...{ groupId: leftTopic.group, topic: leftTopic.topic },
				partitions: [0, 1, 2].map((partition) => ({ partition, offset: "0" })),
			}),
		),
	]);
	await Promise.all([admin.disconnect(), producer.disconnect()]);
}

/** As a member that reads a little, says so, and is never seen again. */
async function commitOnce(kafka: Kafka) {
	const { group, topic } = deadGroup;
	const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 });
	try {
		await consumer.connect();
		await consumer.subscribe({ topics: [topic], fromBeginning: true });
		await consumer.run({ autoCommit: false, eachBatch: async () => {} });
		// Throws when the coordinator was not ready: then nobody has joined yet.
		await consumer.commitOffsets(
			[0, 1, 2].map((partition) => ({ topic, partition, offset: "212" })),
		);
	} finally {
		await consumer.disconnect();
	}
}

const lifetimeOf = ({ keptMs }: Topic) =>
	keptMs === undefined
		? []
		: [
				{ name: "retention.ms", value: String(keptMs) },
				// Whole segments are removed, so a short life needs short segments.
				{ name: "segment.ms", value: String(Math.ceil(keptMs / 9)) },
			];

async function seed(producer: Producer, topic: Topic) {
	const count = topic.seeded ?? 0;
	if (count === 0) return;
	const now = Date.now();
	const messages = Array.from({ length: count }, (_, serial) => ({
		key: keyOf(serial),
		value: messageOf(topic.name, serial),
		timestamp: String(now - Math.round(seededOverMs * (1 - serial / count))),
	}));
	await producer.send({
		topic: topic.name,
		messages,
		compression: CompressionTypes.GZIP,
	});
}

export async function writeKafka(kafka: Kafka, beganMs: number) {
	const producer = kafka.producer();
	const due = topics.map((topic) => ({
		topic,
		count: counter((atMs) => blowing(topic.name, topic.tide(atMs))),
	}));
	let serial = 1_000_000;
	await forever("kafka writer", async () => {
		await producer.connect();
		for (;;) {
			const atMs = performance.now() - beganMs;
			const topicMessages = due
				.map(({ topic, count }) => ({
					topic: topic.name,
					messages: Array.from({ length: count(atMs) }, () => {
						serial++;
						return { key: keyOf(serial), value: messageOf(topic.name, serial) };
					}),
				}))
				.filter(({ messages }) => messages.length > 0);
			await producer.sendBatch({ topicMessages });
			await pause(everyMs);
		}
	});
}
