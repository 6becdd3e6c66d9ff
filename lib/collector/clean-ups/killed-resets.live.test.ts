// Is each topic of a reset done once, or told as unknown, wherever in it the collector or the broker is killed; and can all of it be taken back?
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Reset } from "#lib/core/clean-up/clean-up.ts";
import { endings, type Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Errand } from "#lib/core/errand.ts";
import { unique } from "#lib/systems/kafka/for-tests/cluster.ts";
import { eventually } from "#world/eventually.ts";
import {
	begin,
	killingOf,
	manyTopics,
	stood,
} from "../for-tests/killing-positions.ts";

/** More of them in a run by hand, such as TIDEMARK_KILLS=100. */
const kills = Number(process.env.TIDEMARK_KILLS ?? 4);
/** A little longer than it takes, so that some are killed after the end. */
const moments = 600;
const timeoutMs = 120_000 + kills * 30_000;
const withinMs = 40_000;

const own = manyTopics(40);
const reset: Reset = {
	...{ action: "reset", partitions: null, to: { place: "first" } },
};

type Killing = Awaited<ReturnType<typeof killingOf>>;
type Positions = readonly (readonly number[])[];

const asText = (positions: readonly number[] | undefined) =>
	`${positions?.join(" ")}`;

/** What each target's end may mean for where its topic stands: one of these, and nothing between. */
const allowed: Readonly<Record<Outcome["ending"], readonly string[]>> = {
	done: [asText(begin)],
	refused: [asText(stood)],
	failed: [asText(stood)],
	unknown: [asText(stood), asText(begin)],
	// One commit for each topic is done as a whole or not at all.
	"partly done": [],
};

function expectTold(
	{ undertaking, state }: Errand,
	is: Positions,
	at: string,
): void {
	const targets = undertaking?.targets ?? [];
	expect(endings, at).toContain(state);
	expect(targets, at).toHaveLength(is.length);
	for (const [i, { outcome, kept, subscription }] of targets.entries()) {
		const its = `${at}: ${subscription.channel} ${outcome?.ending}`;
		const stands = asText(is[i]);
		expect(outcome && allowed[outcome.ending], its).toContain(stands);
		if (outcome?.ending === "done") expect(outcome.messagesDone).toBe(2);
		// What was moved was kept before.
		if (stands !== asText(stood)) expect(kept, its).toBe(stood.length);
	}
}

const eventsOf = async ({ store }: Killing, id: string) =>
	(await store.record.lines(0, 1_000_000))
		.filter(({ errand }) => errand === id)
		.map(({ event }) => event);

/** Whatever it was that was done, all of it comes back. */
async function expectUndone(
	{ asking, positionsOf }: Killing,
	{ id, undertaking }: Errand,
	group: string,
	was: Positions,
	at: string,
): Promise<void> {
	if (was.every((it) => asText(it) === asText(stood))) return;
	const undo = { action: "undo", errand: id } as const;
	const rows = (undertaking?.targets ?? []).map((target) => target.id);
	const undoing = await eventually(
		() => asking.approveAll(rows, undo).catch(() => undefined),
		withinMs,
	);
	const { state } = await asking.reaches(undoing, endings);
	expect(["done", "partly done"], at).toContain(state);
	const is = await positionsOf(group);
	expect(is.map(asText), at).toEqual(is.map(() => asText(stood)));
}

function saidOf({ state, undertaking }: Errand): string {
	const counts = new Map<string, number>();
	for (const { outcome } of undertaking?.targets ?? []) {
		const codes = outcome?.refusals.map(({ code }) => code) ?? [];
		const said = [outcome?.ending, ...codes].join(", ");
		counts.set(said, (counts.get(said) ?? 0) + 1);
	}
	const all = [...counts].map(([said, count]) => `${count} ${said}`);
	return `${state}: ${all.join("; ")}`;
}

async function killed(
	here: Killing,
	round: string,
	kill: () => Promise<void>,
): Promise<string> {
	const { asking, positionsOf } = here;
	const group = unique(round);
	const rows = await here.group(group);
	const id = await eventually(
		() => asking.approveAll(rows, reset).catch(() => undefined),
		withinMs,
	);
	const momentMs = Math.random() * moments;
	await after(momentMs);
	await kill();
	const errand = await asking.reaches(id, endings);
	const at = `${group} killed after ${Math.round(momentMs)} ms: ${saidOf(errand)}`;
	const is = await eventually(() => positionsOf(group), withinMs);
	expectTold(errand, is, at);
	expect((await eventsOf(here, id)).slice(0, 3), at).toEqual([
		...["approved", "running", errand.state],
	]);
	await expectUndone(here, errand, group, is, at);
	return at;
}

test(
	"the collector is killed at any moment of it: each topic is moved once or not, and is told as that or as unknown",
	async () => {
		const here = await killingOf(own());
		const said: string[] = [];
		for (let round = 0; round < kills; round++)
			said.push(await killed(here, `collector-${round}`, here.killAndStart));
		expect(await here.store.record.verify()).toMatchObject({ isWhole: true });
		if (kills > 4) console.log(said.join("\n"));
	},
	timeoutMs,
);

test(
	"the broker is killed at any moment of it: what comes back is whole, and all that was moved can be put back",
	async () => {
		const { node } = own();
		const here = await killingOf(own());
		const said: string[] = [];
		for (let round = 0; round < Math.ceil(kills / 4); round++) {
			const kill = async () => {
				await node.kill();
				await node.restart();
			};
			said.push(await killed(here, `broker-${round}`, kill));
		}
		expect(await here.store.record.verify()).toMatchObject({ isWhole: true });
		if (kills > 4) console.log(said.join("\n"));
	},
	timeoutMs,
);
