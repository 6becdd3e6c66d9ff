// Are members of whom nothing is known shown as neither live nor dead?
import { expect, test } from "vitest";
import { memberBar } from "./members.ts";

const members = {
	registered: 21,
	live: null,
	dead: null,
	stuck: null,
	unknown: null,
};

test("when nobody can be judged, all are the rest", () => {
	expect(memberBar(members)).toEqual({
		live: 0,
		unknown: 0,
		stuck: 0,
		dead: 0,
		rest: 21,
	});
});

test("at most nine live and twelve dead leave no rest", () => {
	const judged = {
		...members,
		live: { n: 9, bound: "at most" as const },
		dead: 12,
	};
	expect(memberBar(judged)).toMatchObject({ live: 9, dead: 12, rest: 0 });
});

test("those who are stuck or unknown are drawn as that, though they may live", () => {
	const judged = {
		registered: 21,
		live: { n: 15, bound: "at most" as const },
		...{ dead: 6, stuck: 6, unknown: 2 },
	};
	expect(memberBar(judged)).toEqual({
		...{ live: 7, unknown: 2, stuck: 6, dead: 6, rest: 0 },
	});
});

test("fewer connections than members leave some who cannot be there", () => {
	const judged = {
		...{ ...members, registered: 9, dead: 0, stuck: 0, unknown: 0 },
		live: { n: 5, bound: "at most" as const },
	};
	expect(memberBar(judged)).toMatchObject({ live: 5, rest: 4 });
});

test("more live than registered, read at two moments, is not a negative rest", () => {
	const odd = { ...members, live: { n: 23, bound: "about" as const } };
	expect(memberBar(odd).rest).toBe(0);
});
