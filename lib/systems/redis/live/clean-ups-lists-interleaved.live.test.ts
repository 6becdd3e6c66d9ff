// Whatever happens between a plan for a list and its end, is any message lost, doubled, or put out of order?
import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import { heldIn } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { randomFrom } from "#world/random.ts";
import { cleanUpsOf, courseOf } from "../for-tests/cleaning.ts";
import { allOf, recover } from "../for-tests/cleaning-lists.ts";
import { openLists } from "../for-tests/jobs.ts";
import { openListWorld } from "../for-tests/lists-model.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const roundsEach = 40;
/** A failure names the seed that repeats it. */
const seed = Number(process.env.TIDEMARK_TEST_SEED ?? randomInt(2 ** 31));

async function round(name: string, wish: CleanUp, number: number) {
	const { client } = own();
	await client.flushall();
	const random = randomFrom(seed + number);
	const isAlike = number % 4 === 3;
	const world = openListWorld(client, "jobs", random, isAlike);
	await world.begin();
	// One in three passes undisturbed, so that something is surely done.
	const isQuiet = number % 3 === 0;
	const connection = openLists(own(), 0, ["jobs"]);
	await connection.read();
	if (!isQuiet) await world.live(3);
	const { plan, apply } = cleanUpsOf(connection);
	const where = { broker: "b", kind: "list", channel: "jobs", group: null };

	async function go(it: CleanUp, undone: Plan | null, told = courseOf()) {
		const { before } = told.course;
		const drawn = await plan(where, it, undone && { plan: undone, before });
		const during = courseOf(before, async () =>
			isQuiet ? undefined : world.live(3),
		);
		if (!isQuiet && random() < 0.5) await world.live(2);
		const outcome = await apply(
			...([where, JSON.parse(JSON.stringify(drawn)), during.course] as const),
		);
		const said = `seed ${seed}: ${name}, ${outcome.ending}, ${world.log}`;
		expect(await world.wrong(), said).toEqual([]);
		const went = new Set(heldIn(during.kept).map(({ id }) => id));
		if (it.action === "recover")
			expect(await world.disordered(went), said).toEqual([]);
		return { drawn, kept: during.kept, outcome };
	}

	const before = await allOf(client);
	const { drawn, kept, outcome } = await go(wish, null);
	if (!isQuiet) await world.live(3);
	const undo: CleanUp = { action: "undo", errand: "x" };
	const back = await go(undo, drawn, courseOf(kept));
	if (isQuiet && outcome.messagesDone > 0) {
		expect(back.outcome.ending).toBe("done");
		expect(await allOf(client)).toBe(before);
	}
	return [outcome.ending, back.outcome.ending];
}

test.each([
	["recover, served next", recover("next")],
	["recover, served last", recover("last")],
	["redrive", { action: "redrive", from: null } as const],
])(
	"%s loses nothing, doubles nothing and keeps the order, and so does its undo",
	async (name, wish) => {
		const endings = new Map<string, number>();
		for (let i = 0; i < roundsEach; i++)
			for (const ending of await round(name, wish, i))
				endings.set(ending, (endings.get(ending) ?? 0) + 1);
		// Not all of them may have been refused, or nothing was tried; and some were disturbed.
		expect(endings.get("done")).toBeGreaterThan(0);
		expect(endings.size).toBeGreaterThan(1);
	},
	180_000,
);
