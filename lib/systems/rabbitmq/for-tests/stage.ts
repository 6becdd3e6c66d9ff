// What do the users of a RabbitMQ do, as the promises of every system need it? Each group is a queue of its own, and a channel what all of its queues are handed.
import type { Options } from "amqplib";
import type { Stage } from "../../contract-stage.ts";
import { channelOf } from "../connection/channel.ts";
import { rabbitmq } from "../index.ts";
import type { Own } from "./own.ts";

const nameOf = (channel: string, group: string): string =>
	channel === group ? channel : `${channel}.${group}`;

export type StageOptions = Pick<Stage, "kind"> & {
	readonly declared?: Options.AssertQueue;
};

export function stageOf(
	own: Own,
	{ kind, declared = {} }: StageOptions,
): Stage {
	const { traffic, world } = own;
	const { address } = world;
	/** By their channel, what each queue was handed and gave away. */
	const queues = new Map<string, Map<string, { came: number; went: number }>>();

	async function settled(channel: string) {
		for (const [name, { came, went }] of queues.get(channel) ?? [])
			await traffic.tells(name, {
				...{ ready: came - went, unacked: 0, published: came },
				...{ delivered: went, acked: went },
			});
	}

	return {
		...{ system: rabbitmq, address, kind, part: "members" },
		refusedAddress: address.replace("guest:guest", "nobody:not-the-password"),
		...{ anyChannelName: true, countsArrivals: true },
		// It takes line ends out of names, and none may be longer.
		mayBeCalled: (name) =>
			!/[\r\n]/.test(name) && Buffer.byteLength(name) < 256,
		named: (channel, group) => ({
			channel: channelOf({ virtualHost: "/", name: nameOf(channel, group) }),
			group: null,
		}),
		fingerprint: () => fingerprintOf(own),
		async group(channel, group, lines) {
			const name = nameOf(channel, group);
			await traffic.channel.assertExchange(channel, "fanout");
			await traffic.declare(name, declared);
			await traffic.channel.bindQueue(name, channel, "");
			const all = queues.get(channel) ?? new Map();
			queues.set(channel, all.set(name, { came: 0, went: 0 }));
			await traffic.idle(name, lines);
			await settled(channel);
		},
		async write(channel, count) {
			const { channel: to } = traffic;
			for (let i = 0; i < count; i++) to.publish(channel, "", Buffer.from("m"));
			await traffic.channel.waitForConfirms();
			for (const it of queues.get(channel)?.values() ?? []) it.came += count;
			await settled(channel);
		},
		async finish(channel, group, count) {
			const name = nameOf(channel, group);
			await traffic.finish(name, count);
			const it = queues.get(channel)?.get(name);
			if (it) it.went += count;
			await settled(channel);
		},
		blur: null,
		async remove(channel, group) {
			const name = nameOf(channel, group);
			await traffic.channel.deleteQueue(name);
			queues.get(channel)?.delete(name);
		},
		cleaning: null,
		freeze: () => world.freeze(),
		thaw: () => world.thaw(),
	};
}

const counted = [
	...["name", "vhost", "arguments", "consumers", "messages_ready"],
	...["messages_unacknowledged", "message_stats.publish"],
	...["message_stats.deliver_get", "message_stats.get_empty"],
	...["message_stats.redeliver", "message_stats.ack"],
].join(",");

/** All that is declared, and what was counted of each queue: also each time that somebody asked for a message in vain. */
export async function fingerprintOf({ world }: Own): Promise<string> {
	const all = [
		"/api/definitions",
		`/api/queues?columns=${counted}`,
		"/api/bindings",
		"/api/connections?columns=name",
	].map((path) => world.call("GET", path));
	return JSON.stringify(await Promise.all(all));
}
