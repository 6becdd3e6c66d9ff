// What was in RabbitMQ before the first look?
import { messageOf } from "./message.ts";
import { untilDone } from "./pause.ts";
import { type Queue, queues } from "./rabbitmq-cast.ts";
import type { Rabbit } from "./rabbitmq-client.ts";

export const vhosts = [...new Set(queues.map(({ vhost }) => vhost))];
export const exchangeOf = ({ name }: Queue) => `${name}.everybody`;

export async function seedRabbit(rabbit: Rabbit) {
	for (const vhost of vhosts) {
		await rabbit.call("PUT", `/api/vhosts/${encodeURIComponent(vhost)}`);
		await untilDone(`queues of ${vhost}`, () => seed(rabbit, vhost));
	}
}

const seed = (rabbit: Rabbit, vhost: string) =>
	rabbit.within(vhost, "deployment", async (link) => {
		const own = queues.filter((queue) => queue.vhost === vhost);
		const channel = await link.createConfirmChannel();
		for (const queue of own) {
			if (queue.lengthMax !== undefined) await limit(rabbit, queue);
			await channel.assertQueue(queue.name, {
				durable: true,
				arguments: queue.arguments ?? {},
			});
			for (let serial = 0; serial < (queue.seeded ?? 0); serial++)
				channel.sendToQueue(
					queue.name,
					Buffer.from(messageOf(queue.name, serial)),
					{ persistent: true },
				);
		}
		for (const queue of own) {
			if (queue.copiedTo === undefined) continue;
			const exchange = exchangeOf(queue);
			await channel.assertExchange(exchange, "fanout", { durable: true });
			for (const name of [queue.name, queue.copiedTo])
				await channel.bindQueue(name, exchange, "");
		}
		await channel.waitForConfirms();
	});

const limit = ({ call }: Rabbit, { vhost, name, lengthMax }: Queue) =>
	call(
		"PUT",
		`/api/policies/${encodeURIComponent(vhost)}/${encodeURIComponent(name)}`,
		{
			pattern: `^${name.replaceAll(".", "\\.")}$`,
			definition: { "max-length": lengthMax, overflow: "drop-head" },
			"apply-to": "queues",
		},
	);
