// What do several plans do together, how far are they, and what is asked anew?
import { describe, expect, test } from "vitest";
import { atLeast, exactly } from "#lib/core/amount.ts";
import { deedDone, deedOfAll, kindOf, kindOfAll } from "./deed.ts";
import {
	errandOf,
	outcomeOf,
	planOf,
	targetOf,
	undertakingOf,
} from "./for-tests.ts";
import { progressOf } from "./progress.ts";
import { targetsAgain, wishFor, wishWith } from "./wish.ts";

const refused = targetOf({
	plan: planOf({ refusal: { code: "nothing to do", values: {} } }),
});

describe("what is done altogether", () => {
	test("is the sum of what can be done, with the bound of the least sure", () => {
		const many = targetOf({ plan: planOf({ messages: atLeast(1_000) }) });
		expect(deedOfAll([targetOf(), many, refused])).toEqual({
			kind: "hand over",
			messages: atLeast(1_042),
			members: 24,
			targets: 2,
		});
	});

	test("is nothing where no plan can be done", () => {
		expect(deedOfAll([refused, targetOf({ plan: null })])).toBeNull();
	});

	test("is what the outcomes say once it is done", () => {
		const outcomes = [outcomeOf(), outcomeOf({ messagesDone: 3 })];
		expect(deedDone("trim", outcomes)).toEqual({
			kind: "trim",
			messages: exactly(45),
			members: 24,
			targets: 2,
		});
	});

	test("counts only those that were done", () => {
		const refused = outcomeOf({ ending: "refused", messagesDone: 0 });
		expect(deedDone("destroy", [outcomeOf(), refused]).targets).toBe(1);
	});

	test("is told by its plan whether messages or positions are given back", () => {
		const cleanUp = { action: "undo", errand: "e" } as const;
		const restored = { code: "restore positions", values: {} } as const;
		const plan = planOf({ cleanUp, effects: [restored] });
		expect(kindOf(plan)).toBe("restore");
		expect(kindOf({ ...plan, effects: [] })).toBe("undo");
		expect(kindOfAll(cleanUp, [targetOf({ plan })])).toBe("restore");
		expect(kindOfAll(cleanUp, [])).toBe("undo");
	});
});

describe("how far it is", () => {
	test("is counted over all targets, those that are over with what they did", () => {
		const half = targetOf({
			progress: { messages: 21, members: 0, stage: "messages" },
		});
		const done = targetOf({ outcome: outcomeOf() });
		expect(progressOf([done, half, refused])).toEqual({
			...{ messages: 63, members: 12, stage: "messages" },
			share: 75 / 108,
		});
	});

	test("is nothing before it began", () => {
		expect(progressOf([targetOf()])).toMatchObject({ share: 0, stage: null });
	});
});

describe("what is asked anew", () => {
	test("names the same subscriptions, whatever filter they came from", () => {
		const errand = errandOf({ filter: "verdict:stalled" });
		expect(targetsAgain(errand)).toEqual({ subscriptions: ["a".repeat(43)] });
	});

	test("is the filter where nothing fitted it", () => {
		const undertaking = undertakingOf({ targets: [] });
		const errand = errandOf({ filter: "group:x", undertaking });
		expect(targetsAgain(errand)).toEqual({ filter: "group:x" });
	});

	test("is another fate for the same messages of the same members", () => {
		const wish = { ...wishFor("reclaim"), members: ["a"], idleMinMs: 5 };
		const choice = { fate: "dead-letter", to: "orders:dead" } as const;
		expect(wishWith(wish, choice)).toEqual({ ...wish, ...choice });
		expect(wishWith(wishFor("trim"), choice)).toEqual({ action: "trim" });
	});
});
