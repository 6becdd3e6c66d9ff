// Whatever happens between a plan and its end, is any message lost, or taken from whoever has begun to work on it?
import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import {
	type CleanUp,
	type Reclaim,
	reclaimAll,
} from "#lib/core/clean-up/clean-up.ts";
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { Problem } from "#lib/core/problem.ts";
import { randomFrom } from "#world/random.ts";
import { cleanUpsOf, courseOf, openKnowing } from "../for-tests/cleaning.ts";
import { openWorld, type World } from "../for-tests/cleaning-model.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const roundsEach = 30;
/** A failure names the seed that repeats it. */
const seed = Number(process.env.TIDEMARK_TEST_SEED ?? randomInt(2 ** 31));

const reclaimed = (
	world: World,
	fate: "hand over" | "re-enqueue" | "dead-letter",
) => ({
	...{ ...reclaimAll, fate, to: fate === "hand over" ? "a" : null },
	members: ["b", "c", "d"].slice(world.below(3)),
	idleMinMs: world.below(2) * 5,
	deliveriesMin: 1 + world.below(2),
});

const whole = (wish: Reclaim): Reclaim => ({
	...{ ...wish, idleMinMs: 0, deliveriesMin: 1 },
});

const buried: CleanUp = {
	...{ ...reclaimAll, fate: "dead-letter", members: ["b", "c", "d"] },
	remove: false,
};

/** All that are not marked to lose messages, and trimming, which may lose none of this group. */
const wishes: Readonly<Record<string, (world: World) => CleanUp>> = {
	"hand over": (world) => reclaimed(world, "hand over"),
	"re-enqueue": (world) => reclaimed(world, "re-enqueue"),
	"dead-letter": (world) => reclaimed(world, "dead-letter"),
	clear: () => ({ action: "clear" }),
	remove: () => ({ action: "remove", members: ["d", "e"] }),
	trim: () => ({ action: "trim" }),
	count: () => ({ action: "count" }),
	redrive: () => ({ action: "redrive", from: null }),
};

async function round(name: string, number: number) {
	const { client, world: server } = own();
	const random = randomFrom(seed + number);
	const key = `s${number}`;
	const world = openWorld(client, key, random);
	await world.begin();
	const connection = openKnowing(server.address);
	const { plan, apply } = cleanUpsOf(connection);
	const where = { broker: "b", kind: "stream", channel: key, group: "g" };
	const aside = `${key}:dead`;

	async function go(
		wish: CleanUp,
		undone: Plan | null = null,
		told = courseOf(),
		isQuiet = false,
	) {
		world.planned();
		const drawn = await plan(
			where,
			wish,
			undone && { plan: undone, before: told.course.before },
		);
		const before = courseOf(told.course.before, async () =>
			isQuiet ? undefined : world.live(4),
		);
		if (!isQuiet && random() < 0.5) await world.live(3);
		const outcome = await apply(where, drawn, before.course);
		await check(outcome);
		return { drawn, kept: before.kept, outcome };
	}

	async function check(outcome: Outcome) {
		const said = `seed ${seed}: ${name}, ${outcome.ending}, ${world.log}`;
		expect(await world.lost(aside), said).toEqual([]);
		expect(await world.taken(), said).toEqual([]);
	}

	// One in three passes undisturbed, so that something is surely done.
	const isQuiet = number % 3 === 0;
	if (!isQuiet) await world.live(6);
	if (name === "clear") for (let i = 0; i < 3; i++) await world.withdraw();
	if (name === "trim") await world.finishFirst(30);
	if (name === "count") await world.blur();
	if (name === "redrive") await go(buried, null, courseOf(), true);
	const wish = wishes[name]?.(world) ?? { action: "clear" };
	const made = isQuiet && wish.action === "reclaim" ? whole(wish) : wish;
	const { drawn, kept, outcome } = await go(made, null, courseOf(), isQuiet);
	if (drawn.undo === "impossible" || drawn.undo === "not needed")
		return outcome;
	await world.live(4);
	await go({ action: "undo", errand: "x" }, drawn, courseOf(kept));
	return outcome;
}

test.each(Object.keys(wishes))(
	"%s loses nothing and takes nothing that somebody works on, whatever happens meanwhile",
	async (name) => {
		const endings = new Map<string, number>();
		const first = 1_000 * Object.keys(wishes).indexOf(name);
		for (let i = 0; i < roundsEach; i++) {
			const outcome = await round(name, first + i);
			endings.set(outcome.ending, (endings.get(outcome.ending) ?? 0) + 1);
		}
		// Not all of them may have been refused, or nothing was tried.
		expect(endings.has("done") || endings.has("partly done")).toBe(true);
	},
	120_000,
);

test("what is not there cannot be cleaned up", async () => {
	const { plan } = cleanUpsOf(openKnowing(own().world.address));
	const nowhere = { broker: "b", kind: "stream", channel: "no", group: "g" };
	await expect(plan(nowhere, { action: "clear" }, null)).rejects.toThrow(
		Problem,
	);
});
