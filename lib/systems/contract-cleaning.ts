// What does every system promise about a clean-up?
import { expect, test } from "vitest";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { of, open, type Stage, unique } from "./contract-stage.ts";
import type { CleanUps, Connection, Course } from "./system.ts";

/** Nobody says stop, and all is written down at once. */
const course = (): Course => ({
	progress: async () => {},
	keep: async () => {},
	before: [],
	stop: new AbortController().signal,
});

function cleanUpsOf({ cleanUps }: Connection): CleanUps {
	if (cleanUps === undefined) throw new Error("It offers no clean-ups");
	return cleanUps;
}

export function cleaningPromises(stage: Stage): void {
	const names = Object.keys(stage.cleaning?.scenes ?? {});

	async function begin(name: string) {
		const [channel, group] = [unique("clean"), unique("group")];
		const wish = await stage.cleaning?.scenes[name]?.(channel, group);
		if (wish === undefined) throw new Error(`The stage has no ${name}`);
		const connection = open(stage);
		await connection.read();
		const { plan, apply, prove } = cleanUpsOf(connection);
		const subscription = of(stage, channel, group);
		return {
			...{ channel, group },
			plan: () => plan(subscription, wish, null),
			// A plan has lain in a store before it is applied.
			apply: (it: Plan) =>
				apply(subscription, JSON.parse(JSON.stringify(it)), course()),
			prove: (it: Plan) => prove(subscription, it, []),
		};
	}

	test.each(names)("a plan changes nothing: %s", async (name) => {
		const { plan } = await begin(name);
		const before = await stage.fingerprint();
		const it = await plan();
		expect(it.refusal).toBeNull();
		expect(it.effects).not.toEqual([]);
		expect(await stage.fingerprint()).toBe(before);
	});

	test.each(names)("applying twice does no harm: %s", async (name) => {
		const { plan, apply } = await begin(name);
		const it = await plan();
		const before = await stage.fingerprint();
		expect(await apply(it)).toMatchObject({ ending: "done", refusals: [] });
		const after = await stage.fingerprint();
		expect(after).not.toBe(before);
		expect(await apply(it)).toMatchObject({
			...{ messagesDone: 0, membersRemoved: 0 },
		});
		expect(await stage.fingerprint()).toBe(after);
	});

	test.each(names)("an outcome is what the broker shows: %s", async (name) => {
		const { plan, apply, prove } = await begin(name);
		const it = await plan();
		const { figures, verifiedMs } = await apply(it);
		expect(verifiedMs).not.toBeNull();
		expect(figures).toEqual((await prove(it)).figures);
		expect(figures.map(({ code }) => code)).toEqual(
			it.figures.map(({ code }) => code),
		);
	});

	test.each(names)("what is planned is what comes of it: %s", async (name) => {
		const { plan, apply } = await begin(name);
		const it = await plan();
		const outcome = await apply(it);
		expect(outcome.messagesDone).toBe(it.messages.n);
		expect(outcome.membersRemoved).toBe(it.membersRemoved);
		expect(outcome.figures).toEqual(it.figures);
	});

	test.each(names)(
		"a stale plan is refused, or does what it said: %s",
		async (name) => {
			const { channel, group, plan, apply } = await begin(name);
			const it = await plan();
			await stage.cleaning?.disturb(channel, group);
			const before = await stage.fingerprint();
			const outcome = await apply(it);
			if (outcome.ending === "done") {
				expect(outcome.messagesDone).toBe(it.messages.n);
				return;
			}
			expect(outcome).toMatchObject({
				...{ ending: "refused", messagesDone: 0, membersRemoved: 0 },
			});
			expect(outcome.refusals).not.toEqual([]);
			expect(await stage.fingerprint()).toBe(before);
		},
	);
}
