// What does a test of clean-ups of queues begin with? A server of its own, queues with messages in them, consumers that hold some, and all that the server would show.
import { connect } from "amqplib";
import { onTestFinished } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Progress } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { eventually } from "#world/eventually.ts";
import type { RabbitWorld } from "#world/rabbitmq.ts";
import type { CleanUps, Course } from "../../system.ts";
import { channelOf } from "../connection/channel.ts";
import { listOf, textIn } from "../connection/json.ts";
import { type Own, openAt, ownRabbit } from "./own.ts";
import type { Traffic } from "./traffic.ts";

export const shovelling = [
	...["rabbitmq_management", "rabbitmq_shovel", "rabbitmq_shovel_management"],
];

export type OwnQueues = Pick<Own, "world"> & Pick<Traffic, "channel">;

/** Call it once at the top of a file. */
export function ownQueues(
	plugins: readonly string[] = shovelling,
): () => OwnQueues {
	const own = ownRabbit({ plugins });
	return () => ({ world: own().world, channel: own().traffic.channel });
}

export function cleanUpsAt(address: string, deadlineMs?: number): CleanUps {
	const { cleanUps } = openAt(address, undefined, deadlineMs);
	if (cleanUps === undefined) throw new Error("It offers no clean-ups");
	return cleanUps;
}

/** A queue with so many messages, once the server has counted them. */
export async function filled(
	{ channel, world }: OwnQueues,
	name: string,
	count: number,
	args: Readonly<Record<string, unknown>> = {},
): Promise<void> {
	await channel.assertQueue(name, { durable: true, arguments: args });
	for (let n = 0; n < count; n++)
		channel.sendToQueue(name, Buffer.from(`${name} ${n}`), {
			persistent: true,
		});
	await channel.waitForConfirms();
	await soon(async () => {
		const { ready } = await countsOf(world, name);
		if (ready !== count) throw new Error(`${ready} of ${count} are counted`);
	});
}

/** Until nothing speaks against it. */
export async function soon(check: () => Promise<void>): Promise<void> {
	await eventually(async () => {
		await check();
		return true;
	}, 40_000);
}

export type Counts = {
	readonly ready: unknown;
	readonly held: unknown;
	readonly consumers: unknown;
};

const fieldsOf = (it: unknown): Readonly<Record<string, unknown>> =>
	typeof it === "object" && it !== null ? { ...it } : {};

export async function countsOf(
	{ call }: Pick<RabbitWorld, "call">,
	name: string,
): Promise<Counts> {
	const path = `/api/queues/%2F/${encodeURIComponent(name)}`;
	const it = fieldsOf(await call("GET", path));
	return {
		...{ ready: it.messages_ready, held: it.messages_unacknowledged },
		consumers: it.consumers,
	};
}

/** One that takes so many and finishes none, on a connection of its own, once the server has counted that. */
export async function stuck(
	{ world }: OwnQueues,
	name: string,
	holding: number,
	tag = "stuck",
) {
	const link = await connect(world.amqpAddress);
	link.on("error", () => {});
	onTestFinished(async () => link.close().catch(() => {}));
	const channel = await link.createChannel();
	await channel.prefetch(holding);
	const taken: (() => void)[] = [];
	const { consumerTag } = await channel.consume(
		name,
		(message) => {
			if (message !== null) taken.push(() => channel.ack(message));
		},
		{ consumerTag: tag },
	);
	await soon(async () => {
		const { held, consumers } = await countsOf(world, name);
		if (taken.length < holding || held !== holding || !consumers)
			throw new Error(`${held} of ${holding} are held`);
	});
	/** Gone from the list of its connections, too. */
	const isClosed = new Promise<void>((resolve) => link.once("close", resolve));
	return {
		...{ link, channel, tag: consumerTag, isClosed },
		finishOne: () => taken.shift()?.(),
	};
}

export const queueOf = (name: string, virtualHost = "/") =>
	({
		...{ broker: "b", kind: "classic queue", group: null },
		channel: channelOf({ virtualHost, name }),
	}) as const;

export type Told = {
	readonly course: Course;
	readonly progress: Progress[];
	stop(): void;
};

export function courseOf(): Told {
	const stop = new AbortController();
	const progress: Progress[] = [];
	return {
		progress,
		stop: () => stop.abort(),
		course: {
			progress: async (it) => void progress.push(it),
			...{ keep: async () => {}, before: [], stop: stop.signal },
		},
	};
}

/** As a store gives it back. */
export const stored = (plan: Plan): Plan => JSON.parse(JSON.stringify(plan));

export const planned = (cleanUps: CleanUps, name: string, cleanUp: CleanUp) =>
	cleanUps.plan(queueOf(name), cleanUp, null);

export const applied = (
	cleanUps: CleanUps,
	name: string,
	plan: Plan,
	told: Told = courseOf(),
) => cleanUps.apply(queueOf(name), stored(plan), told.course);

/** What each message of a queue says, in its order; the queue is empty then. */
export async function drained(
	{ channel }: OwnQueues,
	name: string,
): Promise<readonly string[]> {
	const all: string[] = [];
	for (;;) {
		const message = await channel.get(name, { noAck: true });
		if (message === false) return all;
		all.push(message.content.toString("utf8"));
	}
}

/** Every queue with what is counted in it, every binding, connection, consumer and shovel. */
export async function allOf({ call }: RabbitWorld): Promise<string> {
	const queues = listOf(await call("GET", "/api/queues"));
	const counted = queues.map((it) => {
		const {
			name,
			vhost,
			arguments: given,
			messages_ready: ready,
		} = fieldsOf(it);
		const { messages_unacknowledged: held, consumers } = fieldsOf(it);
		return [vhost, name, given, ready, held, consumers];
	});
	const bindings = await call("GET", "/api/bindings");
	const connections = listOf(await call("GET", "/api/connections"));
	const shovels = await call("GET", "/api/parameters");
	return JSON.stringify([
		...[counted.map((it) => JSON.stringify(it)).toSorted(), bindings, shovels],
		connections.map((it) => textIn(it, "name")).toSorted(),
	]);
}
