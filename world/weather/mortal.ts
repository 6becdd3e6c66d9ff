// Who dies? A program that reads from both brokers until it is killed in the middle of its work.
import { parseArgs } from "node:util";
import { mortalReader } from "./kafka-cast.ts";
import { kafkaAt } from "./kafka-client.ts";
import { readKafka } from "./kafka-readers.ts";
import { forever } from "./pause.ts";
import { mortalConsumer } from "./redis-cast.ts";
import { redisAt, take } from "./redis-client.ts";
import { swallow } from "./redis-readers.ts";

const { values } = parseArgs({
	options: {
		kafka: { type: "string" },
		redis: { type: "string" },
		name: { type: "string", default: "stock-mortal" },
	},
});

// Without the one who kills us we would live for ever.
process.once("disconnect", () => process.exit());

if (values.kafka !== undefined)
	readKafka(kafkaAt(values.kafka, values.name), mortalReader);
if (values.redis !== undefined) {
	const { key, group } = mortalConsumer;
	const redis = redisAt(values.redis);
	void forever(values.name, async () => {
		// These it holds until its end, and beyond.
		await take(redis, { key, group, name: values.name }, 3, 5000);
		for (;;) await swallow(redis, key, { name: group }, values.name, 4);
	});
}
