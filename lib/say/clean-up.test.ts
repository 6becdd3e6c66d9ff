// Does every code of a clean-up make a sentence with its numbers, in each language, and a count its bound?
import { describe, expect, test } from "vitest";
import { atLeast, exactly } from "#lib/core/amount.ts";
import { wholeEn } from "./en/spoken.tsx";
import { wholeKo } from "./ko/spoken.tsx";
import type { Deed } from "./words/clean-up-deeds.ts";

const values = {
	...{ messages: 42, members: 7, to: "ship-01", first: "1-0", last: "9-4" },
	...{ oldestMs: 7_260_000, deliveriesMin: 1, deliveriesMax: 3 },
	...{ idleMinMs: 300_000, keptFrom: "5-0", pinnedBy: "billing", unread: 3418 },
	...{ from: "orders:dead", holding: 57, lag: 3418, groups: 2, ms: 12 },
	...{ looked: 100_000, name: "ship-02", idleMs: 2_000, detail: "NOPERM no" },
	...{ group: "billing", id: "5-0", read: 40, acknowledged: 41 },
	...{ before: 3418, after: 12, partitions: 9, channels: 2, lists: 3 },
	...{ instance: "ship-a", served: "next", movedMs: 90_000 },
	...{ channel: "orders", program: "BullMQ" },
};

describe.each([
	["English", wholeEn.cleanUp],
	["Korean", wholeKo.cleanUp],
])("in %s", (_, words) => {
	const sentences = [
		...Object.values(words.effects),
		...Object.values(words.warnings),
		...Object.values(words.refusals),
		...Object.values(words.course.afterwards),
	].flatMap((say) =>
		[say(values), say({})].map((said) => [said].flat().join("")),
	);

	test("no sentence says what nobody can read", () => {
		for (const sentence of sentences) {
			expect(sentence).not.toMatch(/undefined|NaN|null|\[object/);
			expect(sentence.trim()).not.toBe("");
		}
	});

	test("no two codes of a table say the same", () => {
		for (const table of [words.warnings, words.refusals]) {
			const said = Object.values(table).map((say) => say(values));
			expect(new Set(said).size).toBe(said.length);
		}
	});

	test("a count that is only a bound says so wherever it stands", () => {
		const bound = words === wholeEn.cleanUp ? "at least 1,000" : "최소 1,000";
		const deed: Deed = {
			...{ kind: "hand over", members: 12, targets: 1 },
			messages: atLeast(1_000),
		};
		const looked = { ...values, messages: 1_000, bound: "at least" };
		expect(words.deeds.button(deed)).toContain(bound);
		expect(words.deeds.title(deed)).toContain(bound);
		expect(words.plan.theMessages(deed.messages)).toContain(bound);
		for (const code of ["hand over", "acknowledge", "trim", "clear"] as const)
			expect(words.effects[code](looked).join("")).toContain(bound);
	});
});

const deed = (
	kind: Deed["kind"],
	messages: number,
	members: number,
	targets = 1,
): Deed => ({
	...{ kind, members, targets },
	messages: exactly(messages),
});

test.each([
	["Hand over 42, remove 12\u00a0members", deed("hand over", 42, 12)],
	["Acknowledge 1", deed("acknowledge", 1, 0)],
	["Remove 1\u00a0member", deed("remove", 0, 1)],
	["Remove 12\u00a0members", deed("hand over", 0, 12)],
	["Trim 1,200", deed("trim", 1_200, 0)],
	["Count the lag anew", deed("count", 0, 0)],
	["Delete the group", deed("destroy", 57, 21)],
	["Give back 36, register 2\u00a0members again", deed("undo", 36, 2)],
	["Take it back", deed("undo", 0, 0)],
	["Reset 12", deed("reset", 12, 0)],
	["Forget 1", deed("forget", 1, 0)],
	["Return 42", deed("recover", 42, 0)],
	["Take the member out", deed("evict", 0, 1)],
	["Delete 40\u00a0groups", deed("destroy", 900, 0, 40)],
	["Restore 12", deed("restore", 12, 0)],
	["Move 12", deed("move", 12, 0)],
	["Throw away 12", deed("purge", 12, 0)],
	["Delete the channel", deed("delete", 0, 0)],
])("a button says %s", (said, it) => {
	expect(wholeEn.cleanUp.deeds.button(it)).toBe(said);
});

test("a button says the same in Korean, verb and numbers", () => {
	expect(wholeKo.cleanUp.deeds.button(deed("hand over", 42, 12))).toBe(
		"메시지 42건 넘기기, 멤버 12명 제거",
	);
});

test("what was done is told in the past", () => {
	expect(wholeEn.cleanUp.deeds.done(deed("hand over", 42, 11))).toBe(
		"42 handed over, 11\u00a0members removed",
	);
	expect(wholeEn.cleanUp.deeds.done(deed("hand over", 0, 0))).toBe(
		"nothing done",
	);
});
