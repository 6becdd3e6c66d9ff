// Which queues are read in the benchmark? Six thousand of one virtual host, all with something in them, and one in ten with a consumer that holds all it may.
import type { Channel, ChannelModel, ConfirmChannel } from "amqplib";

export const queueCount = 6_000;
const atOnce = 200;
const heldEach = 2;
const seededEach = 5;
const readOneOf = 10;

export const queueName = (i: number): string => `queue-${i}`;
const everyOne = Array.from({ length: queueCount }, (_, i) => i);

export async function makeQueues(link: ChannelModel): Promise<void> {
	const channel = await link.createConfirmChannel();
	for (let from = 0; from < queueCount; from += atOnce)
		await Promise.all(
			everyOne
				.slice(from, from + atOnce)
				.map((i) => channel.assertQueue(queueName(i), { durable: false })),
		);
	for (let i = 0; i < seededEach; i++) await write(channel);
	await channel.close();
	await readSome(await link.createChannel());
}

async function readSome(channel: Channel) {
	await channel.prefetch(heldEach);
	for (const i of everyOne)
		if (i % readOneOf === 0)
			await channel.consume(queueName(i), () => {}, { noAck: false });
}

/** Every queue grows by one message, so that every row of ours has a new lag. */
export async function write(channel: ConfirmChannel): Promise<void> {
	for (const i of everyOne)
		channel.sendToQueue(queueName(i), Buffer.from("x".repeat(80)));
	await channel.waitForConfirms();
}
