// What do programs do that write and read messages? Each thing is done once the server has counted it.
import type { Channel, ChannelModel, ConfirmChannel, Options } from "amqplib";
import { eventually } from "#world/eventually.ts";
import type { RabbitWorld } from "#world/rabbitmq.ts";

export type Traffic = {
	declare(name: string, options?: Options.AssertQueue): Promise<void>;
	/** Straight into a queue; waits until so many more are there, unless the queue gives some up. */
	write(name: string, count: number, how?: Written): Promise<void>;
	/** Takes so many, one by one, and says that each is done. */
	finish(name: string, count: number): Promise<void>;
	/** Takes what it may, and does nothing with it until it is let go. */
	hold(name: string, prefetch: number, tag?: string): Promise<Holder>;
	/** Is there, and is never handed anything, however much waits. */
	idle(name: string, count: number): Promise<void>;
	/** What the management tells of a queue by now. */
	told(name: string): Promise<QueueTold>;
	/** As soon as that is what it tells. */
	tells(name: string, expected: Partial<QueueTold>): Promise<void>;
	readonly channel: ConfirmChannel;
};

export type Written = {
	readonly options?: Options.Publish;
	/** The queue may give some up: nothing is waited for but that they were sent. */
	readonly mayDrop?: boolean;
};

export type Holder = {
	/** Says that all it was handed is done, and takes more. */
	letGo(): Promise<void>;
	leave(): Promise<void>;
};

export type QueueTold = {
	readonly ready: number;
	readonly unacked: number;
	readonly consumers: number;
	readonly published: number;
	readonly delivered: number;
	readonly acked: number;
};

export async function openTraffic(
	world: RabbitWorld,
	link: ChannelModel,
	virtualHost: string,
): Promise<Traffic> {
	const channel = await link.createConfirmChannel();
	const path = (name: string) =>
		`/api/queues/${encodeURIComponent(virtualHost)}/${encodeURIComponent(name)}`;
	let idler: Channel | null = null;

	async function told(name: string): Promise<QueueTold> {
		return toldIn(await world.call("GET", path(name)));
	}

	async function tells(name: string, expected: Partial<QueueTold>) {
		await eventually(async () => {
			const now = await told(name);
			const wrong = Object.entries(expected).filter(
				([key, value]) => Reflect.get(now, key) !== value,
			);
			if (wrong.length > 0)
				throw new Error(`${name}: ${JSON.stringify({ now, expected })}`);
			return true;
		}, 30_000);
	}

	/** Its channel may hold one message in all, and holds one of another queue. */
	async function idlerOf(): Promise<Channel> {
		const it = await link.createChannel();
		await it.prefetch(1, true);
		const { queue } = await it.assertQueue("", { exclusive: true });
		channel.sendToQueue(queue, Buffer.from("held"));
		await channel.waitForConfirms();
		await it.consume(queue, () => {});
		await tells(queue, { unacked: 1 });
		return it;
	}

	return {
		channel,
		told,
		tells,
		async declare(name, options) {
			await channel.assertQueue(name, options);
		},
		async write(name, count, { options, mayDrop = false } = {}) {
			const before = mayDrop ? null : await told(name);
			for (let i = 0; i < count; i++)
				channel.sendToQueue(name, Buffer.from(`message ${i}`), options);
			await channel.waitForConfirms();
			if (before !== null)
				await tells(name, { published: before.published + count });
		},
		async finish(name, count) {
			// What waits is counted a moment after what was published.
			const before = await eventually(async () => {
				const now = await told(name);
				return now.ready < count ? undefined : now;
			}, 30_000);
			for (let i = 0; i < count; i++) {
				const message = await channel.get(name);
				if (message === false) throw new Error(`${name} is empty`);
				channel.ack(message);
			}
			const { ready, delivered, acked } = before;
			await tells(name, {
				ready: ready - count,
				...{ delivered: delivered + count, acked: acked + count },
			});
		},
		async hold(name, prefetch, tag) {
			const own = await link.createChannel();
			own.on("error", () => {});
			await own.prefetch(prefetch);
			const options = tag === undefined ? {} : { consumerTag: tag };
			await own.consume(name, () => {}, options);
			return {
				async letGo() {
					own.ackAll();
				},
				leave: () => own.close(),
			};
		},
		async idle(name, count) {
			idler ??= await idlerOf();
			for (let i = 0; i < count; i++) await idler.consume(name, () => {});
			await tells(name, { consumers: count });
		},
	};
}

function toldIn(page: unknown): QueueTold {
	const [queue, stats] = [
		fieldsOf(page),
		fieldsOf(fieldsOf(page).message_stats),
	];
	const details = queue.consumer_details;
	return {
		ready: Number(queue.messages_ready ?? 0),
		unacked: Number(queue.messages_unacknowledged ?? 0),
		consumers: Array.isArray(details) ? details.length : 0,
		published: Number(stats.publish ?? 0),
		delivered: Number(stats.deliver_get ?? 0),
		acked: Number(stats.ack ?? 0),
	};
}

const fieldsOf = (it: unknown): Readonly<Record<string, unknown>> =>
	typeof it === "object" && it !== null ? { ...it } : {};
