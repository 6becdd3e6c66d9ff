// What can be proved of a stream that is no longer there?
import { expect, test } from "vitest";
import { noRemovals, openReasons, type Removals, whyOf } from "./gone-why.ts";

const counts = (evicted: number, expired: number): Removals => ({
	...{ evicted, expired },
});
const lives = (endsMs: number | null) => ({ askedMs: 0, endsMs });

test.each([
	["nothing was removed", null, counts(3, 5), counts(3, 5), null],
	["keys were evicted meanwhile", null, counts(3, 5), counts(4, 5), "evicted"],
	[
		"its time was over, and something ran out",
		...[lives(9000), counts(3, 5), counts(3, 6)],
		"ran out",
	],
	[
		"its time was over, and something was evicted as well",
		...[lives(9000), counts(3, 5), counts(4, 6)],
		"ran out",
	],
	[
		"its time was not over, and others ran out",
		...[lives(99_000), counts(3, 5), counts(3, 6)],
		null,
	],
	[
		"its time was not over, and keys were evicted",
		...[lives(99_000), counts(3, 5), counts(4, 6)],
		"evicted",
	],
	["it had no time to live", lives(null), counts(3, 5), counts(3, 6), null],
	[
		"its time was over, and nothing ran out",
		lives(9000),
		counts(3, 5),
		counts(3, 5),
		null,
	],
	["nobody knows how it was before", null, noRemovals, counts(4, 6), null],
	["nobody may ask any more", null, counts(3, 5), noRemovals, null],
] as const)("%s", (_, lifetime, before, now, why) => {
	expect(whyOf({ lifetime, before, now, nowMs: 10_000 })).toBe(why);
});

const fact = {
	...{ kind: "stream", channel: "orders", group: "billing" },
	why: "channel deleted",
} as const;
const went = { lifetime: null, facts: [fact] };
const at = (evicted: number) => ({ ...counts(evicted, 0), nowMs: 10_000 });

test("what the books say at once is told at once", () => {
	const reasons = openReasons();
	expect(reasons([], at(3))).toEqual([]);
	expect(reasons([went], at(4))).toEqual([{ ...fact, why: "evicted" }]);
	expect(reasons([], at(5))).toEqual([]);
});

test("what they say a tick later is told again, and no later", () => {
	const reasons = openReasons();
	reasons([], at(3));
	expect(reasons([went], at(3))).toEqual([fact]);
	expect(reasons([], at(4))).toEqual([{ ...fact, why: "evicted" }]);
	expect(reasons([went], at(4))).toEqual([fact]);
	expect(reasons([], at(4))).toEqual([]);
	expect(reasons([], at(5))).toEqual([]);
});
