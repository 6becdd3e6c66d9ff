// Who writes to RabbitMQ, ever after?
import { messageOf } from "./message.ts";
import { forever, pause } from "./pause.ts";
import { queues } from "./rabbitmq-cast.ts";
import type { Rabbit } from "./rabbitmq-client.ts";
import { exchangeOf, vhosts } from "./rabbitmq-seed.ts";
import { counter } from "./tide.ts";

const everyMs = 500;

export function writeRabbit(rabbit: Rabbit, beganMs: number) {
	for (const vhost of vhosts) void writeTo(rabbit, vhost, beganMs);
}

async function writeTo(rabbit: Rabbit, vhost: string, beganMs: number) {
	const due = queues
		.filter((queue) => queue.vhost === vhost)
		.map((queue) => ({ queue, count: counter(queue.tide) }));
	let serial = 1_000_000;
	await forever(`${vhost} writer`, () =>
		rabbit.within(vhost, "checkout", async (link) => {
			const channel = await link.createConfirmChannel();
			for (;;) {
				const atMs = performance.now() - beganMs;
				for (const { queue, count } of due) {
					const [exchange, key] =
						queue.copiedTo === undefined
							? ["", queue.name]
							: [exchangeOf(queue), ""];
					for (let left = count(atMs); left > 0; left--) {
						const message = messageOf(queue.name, serial++);
						channel.publish(exchange, key, Buffer.from(message), {
							persistent: true,
						});
					}
				}
				await channel.waitForConfirms();
				await pause(everyMs);
			}
		}),
	);
}
