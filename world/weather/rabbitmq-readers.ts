// Who reads from RabbitMQ, and how well?
import type { Channel, ChannelModel, ConsumeMessage } from "amqplib";
import { onDuty, send, sentAway } from "./duty.ts";
import { forever, pause } from "./pause.ts";
import { type Queue, queues, type Reader } from "./rabbitmq-cast.ts";
import type { Rabbit } from "./rabbitmq-client.ts";

export function readRabbit(rabbit: Rabbit) {
	for (const queue of queues)
		for (const reader of queue.readers)
			void forever(`${queue.name} ${reader.name}`, () =>
				live(rabbit, queue, reader),
			);
}

const restOf = ({ name }: Reader) => `${name} rests`;

async function live(rabbit: Rabbit, queue: Queue, reader: Reader) {
	const { lastsMs, everyMs } = reader.job ?? { lastsMs: 3_600_000, everyMs: 0 };
	await onDuty(reader.name);
	try {
		await rabbit.within(queue.vhost, reader.name, async (link) => {
			await consume(link, queue, reader);
			await Promise.race([pause(lastsMs), sentAway(reader.name)]);
		});
	} catch (error) {
		// Who was cut off begins anew, and works until somebody lets it get stuck again.
		send(restOf(reader), true);
		throw error;
	}
	await pause(Math.max(0, everyMs - lastsMs));
}

async function consume(link: ChannelModel, queue: Queue, reader: Reader) {
	const channel = await link.createChannel();
	// A channel that is closed under us takes its connection with it, and both come back.
	channel.on("error", () => void link.close().catch(() => {}));
	await channel.prefetch(reader.prefetch);
	let last: Promise<void> = Promise.resolve();
	let serial = 0;
	const take = (message: ConsumeMessage | null) => {
		if (message === null) void link.close().catch(() => {});
		else
			last = last
				.then(() => reader.stuck && sentAway(restOf(reader)))
				.then(() => finish(channel, message, reader, ++serial));
	};
	await channel.consume(queue.name, take, { consumerTag: reader.name });
}

async function finish(
	channel: Channel,
	message: ConsumeMessage,
	reader: Reader,
	serial: number,
) {
	await pause(1000 / (reader.perSecond ?? 200));
	try {
		if (serial % (reader.refusesOneOf ?? Infinity) === 0)
			channel.nack(message, false, false);
		else channel.ack(message);
	} catch {
		// Its connection has ended meanwhile, and the message goes to whoever is next.
	}
}
