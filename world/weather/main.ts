// What goes on in the shop? Writers, readers good and bad, bursts, jobs and crashes, until it is told to end.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { deeds } from "./deeds.ts";
import { getStuckSoon } from "./duty.ts";
import { readers } from "./kafka-cast.ts";
import { kafkaAt } from "./kafka-client.ts";
import { readKafka } from "./kafka-readers.ts";
import { seedKafka, writeKafka } from "./kafka-writers.ts";
import { openPanel } from "./panel.ts";
import { forever, pause } from "./pause.ts";
import { rabbitAt } from "./rabbitmq-client.ts";
import { readRabbit } from "./rabbitmq-readers.ts";
import { seedRabbit } from "./rabbitmq-seed.ts";
import { writeRabbit } from "./rabbitmq-writers.ts";
import { broadcastRedis } from "./redis-broadcast.ts";
import { redisAt } from "./redis-client.ts";
import { runLists, seedLists } from "./redis-lists.ts";
import { readRedis } from "./redis-readers.ts";
import { seedRedis } from "./redis-seed.ts";
import { writeRedis } from "./redis-writers.ts";

const { values } = parseArgs({
	options: {
		kafka: { type: "string" },
		redis: { type: "string" },
		rabbitmq: { type: "string" },
		/** Where the buttons are. */
		port: { type: "string", default: "0" },
	},
});
const beganMs = performance.now();

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
	process.once(signal, () => process.exit());

// kafkajs leaves some promises to themselves when a broker vanishes; the shop stays open.
process.on("unhandledRejection", (reason) => {
	console.error("left behind", reason);
});

getStuckSoon("stock-sync partition", "resizer-2 rests");
await Promise.all([
	values.kafka === undefined ? undefined : inKafka(values.kafka),
	values.redis === undefined ? undefined : inRedis(values.redis),
	values.rabbitmq === undefined ? undefined : inRabbit(values.rabbitmq),
]);
const there = deeds.filter(({ broker }) => values[broker] !== undefined);
const panel = await openPanel(there, Number(values.port));
console.log(`The weather is up: ${panel}`);
void crashNowAndThen();

async function inKafka(address: string) {
	const kafka = kafkaAt(address, "shop");
	await seedKafka(kafka);
	for (const reader of readers) readKafka(kafka, reader);
	void writeKafka(kafka, beganMs);
}

async function inRedis(address: string) {
	const redis = redisAt(address);
	await Promise.all([seedRedis(redis), seedLists(redis)]);
	readRedis(address);
	runLists(address);
	void writeRedis(redis, beganMs);
	broadcastRedis(redis, address);
}

async function inRabbit(address: string) {
	const rabbit = await rabbitAt(address);
	await seedRabbit(rabbit);
	readRabbit(rabbit);
	writeRabbit(rabbit, beganMs);
}

async function crashNowAndThen() {
	let life = 0;
	await forever("mortal", async () => {
		const mortal = live(`stock-m${life++ % 4}`);
		await pause(100_000);
		mortal.kill("SIGKILL");
		await pause(45_000);
	});
}

function live(name: string) {
	const mortal = spawn(
		process.execPath,
		[
			...["--disable-warning=TimeoutNegativeWarning"],
			...[join(import.meta.dirname, "mortal.ts"), "--name", name],
			...(values.kafka === undefined ? [] : ["--kafka", values.kafka]),
			...(values.redis === undefined ? [] : ["--redis", values.redis]),
		],
		// The channel tells it when we are gone.
		{ stdio: ["ignore", "inherit", "inherit", "ipc"] },
	);
	mortal.on("error", () => {});
	return mortal;
}
