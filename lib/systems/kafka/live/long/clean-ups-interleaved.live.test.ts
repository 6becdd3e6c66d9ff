// Whatever happens between a plan and its end, is a position ever changed of a group somebody is in, or one that nobody planned to change?
import { randomInt } from "node:crypto";
import type { Connection } from "@platformatic/kafka";
import { type Admin, Kafka, logLevel } from "kafkajs";
import { expect, test } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import {
	type Before,
	type Outcome,
	positionsIn,
} from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { randomFrom } from "#world/random.ts";
import { cleaning } from "../../for-tests/cleaning.ts";
import {
	type GroupWorld,
	keyOf,
	kinds,
	openGroup,
	type Positions,
	positionsOf,
} from "../../for-tests/cleaning-model.ts";
import { unique } from "../../for-tests/cluster.ts";
import { leftGroup } from "../../for-tests/groups-left.ts";
import { connect } from "../../for-tests/members.ts";
import { ownKafka } from "../../for-tests/own.ts";
import { commit } from "../../for-tests/positions.ts";

const own = ownKafka();
/** A failure names the seed that repeats it. */
const seed = Number(process.env.TIDEMARK_TEST_SEED ?? randomInt(2 ** 31));
/** So many, or as many as fit into this time. */
const roundsMax = 120;
const roundsMs = 5_000;
const partitions = 2;
const messages = 6;

type Wish = (world: GroupWorld) => CleanUp;
const wishes: Readonly<Record<string, Wish>> = {
	reset: (world) => ({
		...{ action: "reset", to: world.whereto() },
		partitions: world.below(3) === 0 ? [world.below(partitions)] : null,
	}),
	forget: () => ({ action: "forget" }),
	destroy: () => ({ action: "destroy" }),
};

type Scene = {
	readonly topics: readonly string[];
	readonly connection: Connection;
	readonly admin: Admin;
};

async function scene(): Promise<Scene> {
	const written = Array.from({ length: partitions * messages }, (_, n) => ({
		...{ value: "x", partition: n % partitions },
	}));
	const { cluster, port } = own;
	const topics = [unique("topic"), unique("topic")];
	for (const topic of topics)
		await cluster.create(topic, { numPartitions: partitions });
	const producer = cluster.client.producer();
	await producer.connect();
	const topicMessages = topics.map((topic) => ({ topic, messages: written }));
	await producer.sendBatch({ topicMessages });
	await producer.disconnect();
	const admin = new Kafka({
		...{ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING },
	}).admin();
	await admin.connect();
	return { topics, admin, connection: await connect(port, "members") };
}

/** Where each partition is to stand by the plan; null where its position is to go. */
const plannedIn = ({ moves }: Plan): ReadonlyMap<string, number | null> =>
	new Map(
		moves.map(({ channel, partition, after }) => [
			...([keyOf(channel, partition), after] as const),
		]),
	);

type Applied = {
	readonly plan: Plan;
	readonly outcome: Outcome;
	readonly kept: readonly Before[];
	readonly was: Positions;
	readonly is: Positions;
	/** Nobody was in the group when it was asked of the broker, and it stood where the plan was drawn from. */
	readonly mayAct: boolean;
	readonly committed: ReadonlyMap<string, ReadonlySet<number>>;
};

function expectOnlyPlanned(it: Applied, said: string): void {
	const { plan, outcome, kept, was, is, mayAct, committed } = it;
	const planned = plannedIn(plan);
	const before = new Map(
		positionsIn(kept).map((one) => [
			...([keyOf(one.channel, one.partition), one.position] as const),
		]),
	);
	const mayChange = mayAct && outcome.ending !== "refused";
	for (const key of new Set([...was.keys(), ...is.keys(), ...planned.keys()])) {
		const [from, to] = [was.get(key) ?? null, is.get(key) ?? null];
		const at = `${said}: ${key} from ${from} to ${to}`;
		if (committed.get(key)?.has(to ?? -1)) continue;
		if (from === to) {
			// What is told as done was done.
			if (outcome.ending === "done" && planned.has(key))
				expect(to, at).toBe(planned.get(key));
			continue;
		}
		expect(mayChange, at).toBe(true);
		expect(planned.has(key), at).toBe(true);
		expect(to, at).toBe(planned.get(key));
		if (plan.cleanUp.action !== "undo") expect(before.get(key), at).toBe(from);
	}
	if (!mayAct) expect(outcome.ending, said).toBe("refused");
}

async function round(
	{ topics, connection, admin }: Scene,
	name: string,
	number: number,
): Promise<string> {
	const random = randomFrom(seed + number);
	const group = unique(name);
	const kind = kinds[number % kinds.length] ?? "consumer";
	const world = openGroup({
		...{ group, kind, topics, partitions, messages },
		...{ connection, admin, random },
	});
	const [topic = "", other = ""] = topics;
	await leftGroup(own.port, kind, group, topic, [2, 3]);
	await commit(own.port, group, other, [1, 4]);
	const broker = own.connect();
	const { plan, applyWith } = cleaning(broker, topic, group);
	// One in four of each kind passes undisturbed, so that something is surely done.
	const isQuiet = Math.floor(number / kinds.length) % 4 === 0;
	const live = (steps: number) => (isQuiet ? undefined : world.live(steps));

	async function go(cleanUp: CleanUp, done: Applied | null) {
		const undone = done && { plan: done.plan, before: done.kept };
		const seen = await world.positions();
		const drawn = await plan(cleanUp, undone);
		await live(2);
		const was = await world.positions();
		world.committedSince();
		let isLive = world.hasMembers();
		const meanwhile = async () => {
			if (!isQuiet && world.below(3) === 0) await world.enter();
			isLive = world.hasMembers();
		};
		const before = done?.kept ?? [];
		const { outcome, kept } = await applyWith(
			drawn,
			meanwhile,
			["messages"],
			before,
		);
		const is = await world.positions();
		const committed = world.committedSince();
		const isStale = [...plannedIn(drawn).keys()].some(
			(key) => seen.get(key) !== was.get(key),
		);
		const mayAct = !isLive && !isStale;
		const it = { plan: drawn, outcome, kept, was, is, mayAct, committed };
		expectOnlyPlanned(
			it,
			`seed ${seed}, round ${number}, ${kind}: ${cleanUp.action}, ${outcome.ending}, ${world.log}`,
		);
		return it;
	}

	try {
		await live(4);
		if (world.below(2) === 0) await world.empty();
		const wish = wishes[name]?.(world) ?? { action: "count" };
		const done = await go(wish, null);
		await live(2);
		if (world.below(2) === 0) await world.empty();
		const undone = await go({ action: "undo", errand: "x" }, done);
		const isBack = isQuiet && done.outcome.ending === "done";
		if (isBack && done.plan.undo !== "impossible")
			expect(undone.is, `seed ${seed}, ${world.log}`).toEqual(done.was);
		return done.outcome.ending;
	} finally {
		await world.empty().catch(() => undefined);
		await broker.close();
	}
}

test.each(Object.keys(wishes))(
	"%s changes nothing of a group that somebody is in, and nothing else than was planned, whatever happens meanwhile",
	async (name) => {
		const here = await scene();
		const bystander = unique("bystander");
		await commit(own.port, bystander, here.topics[0] ?? "", [1, 2]);
		const untouched = await positionsOf(here.admin, bystander, here.topics);
		const endings = new Map<string, number>();
		const untilMs = performance.now() + roundsMs;
		for (let i = 0; i < roundsMax && performance.now() < untilMs; i++) {
			const ending = await round(here, name, i);
			endings.set(ending, (endings.get(ending) ?? 0) + 1);
		}
		const is = await positionsOf(here.admin, bystander, here.topics);
		await here.admin.disconnect();
		expect(is).toEqual(untouched);
		// Not all of them may have been refused, or nothing was tried.
		expect(endings.has("done")).toBe(true);
	},
	120_000,
);
