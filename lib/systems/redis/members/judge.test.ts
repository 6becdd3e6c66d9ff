// Is each member judged by the first rule that holds? One row a situation, told by its name.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GroupFacts, judge, type MemberFacts } from "./judge.ts";

const patienceMs = 300_000;
const member: MemberFacts = {
	...{ idleMs: 1000, holding: 0, connection: "never" },
	...{ goneMs: null, asksEveryMs: null, turnsMissed: null },
	...{ isDeserted: false, mayWaitAnew: false },
};
const group: GroupFacts = {
	...{ patienceMs, idleMeans: "asked", named: false, newestSeenMs: null },
	...{ registered: 3, spare: null },
};
const silent = { idleMs: 600_000 };
const served = { idleMeans: "served" } as const;

type Row = readonly [
	string,
	Partial<MemberFacts>,
	Partial<GroupFacts>,
	string,
	string,
];
const table: readonly Row[] = [
	[
		"1 a named connection that neither asks nor finishes is frozen or very slow",
		{ ...silent, holding: 4, connection: "present" },
		{ named: true },
		...(["stuck", "connected but still"] as const),
	],
	[
		"1 one that waits is at rest, whatever it forgot to acknowledge",
		{ ...silent, holding: 4, connection: "waiting" },
		{ named: true },
		...(["live", "connected"] as const),
	],
	[
		"1 a long job is no sign of anything within patience",
		{ idleMs: 299_999, holding: 1, connection: "present" },
		{ named: true },
		...(["live", "connected"] as const),
	],
	[
		"2 a named connection is a live member, however long nothing came",
		{ idleMs: 864_000_000, connection: "waiting" },
		{ named: true },
		...(["live", "connected"] as const),
	],
	[
		"2 a name is believed even where others of the group have none",
		{ ...silent, connection: "present" },
		{ newestSeenMs: 5000 },
		...(["live", "connected"] as const),
	],
	[
		"3 a named connection that is gone means death, even a moment after life",
		{ idleMs: 10, connection: "gone", goneMs: 30_000 },
		{ named: true },
		...(["dead", "disconnected"] as const),
	],
	[
		"4 where nobody is connected, nobody lives",
		{ idleMs: 10, isDeserted: true },
		{},
		...(["dead", "nobody connected"] as const),
	],
	[
		"5 who was seen within patience lives",
		{ idleMs: 299_999 },
		{},
		...(["live", "seen lately"] as const),
	],
	[
		"7 at the end of patience it is silent",
		{ idleMs: patienceMs, holding: 1 },
		{},
		...(["stuck", "holds unseen"] as const),
	],
	[
		"5 in a named group one without a connection may just have left",
		{ idleMs: 299_999 },
		{ named: true },
		...(["unknown", "seen without name"] as const),
	],
	[
		"6 in a named group one without a connection is dead after patience",
		silent,
		{ named: true },
		...(["dead", "no connection"] as const),
	],
	[
		"6 also when it holds something",
		{ ...silent, holding: 3 },
		{ named: true },
		...(["dead", "no connection"] as const),
	],
	[
		"7 who holds something and is silent is dead or very slow",
		{ ...silent, holding: 3, asksEveryMs: 1000 },
		{ newestSeenMs: 5000 },
		...(["stuck", "holds unseen"] as const),
	],
	[
		"8 whom a message did not wake does not wait",
		silent,
		{ newestSeenMs: 5000 },
		...(["dead", "not woken"] as const),
	],
	[
		"8 who was woken by the newest message may wait since",
		silent,
		{ newestSeenMs: 599_500 },
		...(["unknown", "quiet"] as const),
	],
	[
		"8 where idle says when one was served, a message proves nothing of one reader",
		silent,
		{ ...served, newestSeenMs: 5000 },
		...(["unknown", "quiet"] as const),
	],
	[
		"8 where the version is not known, neither",
		silent,
		{ idleMeans: null, newestSeenMs: 5000 },
		...(["unknown", "quiet"] as const),
	],
	[
		"9 who used to ask and no longer does is dead",
		{ ...silent, asksEveryMs: 60_000 },
		{},
		...(["dead", "stopped asking"] as const),
	],
	[
		"9 who asks seldom may be between two questions",
		{ ...silent, asksEveryMs: 200_000 },
		{},
		...(["unknown", "quiet"] as const),
	],
	[
		"9 somebody waits who came after it last asked: it may have been started again to wait for ever",
		{ ...silent, asksEveryMs: 60_000, mayWaitAnew: true },
		{},
		...(["unknown", "quiet"] as const),
	],
	[
		"10 whom many turns passed over is dead when no connection is left for it",
		{ ...silent, turnsMissed: 7 },
		{ ...served, spare: 0 },
		...(["dead", "passed over"] as const),
	],
	[
		"10 while a connection is left it may be a reader that asks anew and goes to the end of the line",
		{ ...silent, turnsMissed: 700 },
		{ ...served, spare: 1 },
		...(["unknown", "may be passed over"] as const),
	],
	[
		"10 the same while nobody knows how many connections are left",
		{ ...silent, turnsMissed: 700 },
		served,
		...(["unknown", "may be passed over"] as const),
	],
	[
		"10 two rounds of turns are needed",
		{ ...silent, turnsMissed: 6 },
		{ ...served, spare: 0 },
		...(["unknown", "quiet"] as const),
	],
	[
		"10 where all who wait are woken, turns prove nothing",
		{ ...silent, turnsMissed: 700 },
		{ spare: 0 },
		...(["unknown", "quiet"] as const),
	],
	[
		"11 on a quiet stream nobody can tell",
		silent,
		{},
		...(["unknown", "quiet"] as const),
	],
	[
		"11 nor where the server does not say how long one is idle",
		{ idleMs: null },
		{ named: true },
		...(["unknown", "quiet"] as const),
	],
];

describe("a member", () => {
	test.each(table)("%s", (_, change, around, verdict, code) => {
		const judged = judge({ ...member, ...change }, { ...group, ...around });
		expect([judged.verdict, judged.evidence.code]).toEqual([verdict, code]);
	});

	const count = fc.nat({ max: 900_000 });
	const orNull = fc.option(count);
	const anyMember = fc.record<MemberFacts>({
		...{ idleMs: orNull, holding: fc.nat({ max: 3 }), goneMs: orNull },
		...{ asksEveryMs: orNull, turnsMissed: fc.option(fc.nat({ max: 50 })) },
		...{ isDeserted: fc.boolean(), mayWaitAnew: fc.boolean() },
		connection: fc.constantFrom("waiting", "present", "gone", "never"),
	});
	const anyGroup = fc.record<GroupFacts>({
		idleMeans: fc.constantFrom("served", "asked", null),
		...{ patienceMs: count, named: fc.boolean(), newestSeenMs: orNull },
		registered: fc.nat({ max: 30 }),
		spare: fc.option(fc.integer({ min: -2, max: 9 })),
	});
	const always = (
		holds: (member: MemberFacts, group: GroupFacts) => boolean,
	): void =>
		fc.assert(fc.property(anyMember, anyGroup, holds), { numRuns: 2000 });

	test("with a connection of its name is never dead, whatever else is the case", () =>
		always(
			(it, around) =>
				(it.connection !== "waiting" && it.connection !== "present") ||
				judge(it, around).verdict !== "dead",
		));

	test("without names, holding something, is never dead while anybody is connected", () =>
		always(
			(it, around) =>
				it.connection !== "never" ||
				around.named ||
				it.isDeserted ||
				it.holding === 0 ||
				judge(it, around).verdict !== "dead",
		));

	test("without names is never dead on a quiet stream where nobody asks", () =>
		always(
			(it, around) =>
				judge(
					{
						...{ ...it, connection: "never", isDeserted: false },
						...{ asksEveryMs: null, turnsMissed: null },
					},
					{ ...around, named: false, newestSeenMs: null },
				).verdict !== "dead",
		));

	test("is live or not, more patience never makes it dead", () =>
		always((it, around) => {
			const patient = { ...around, patienceMs: around.patienceMs * 2 };
			return (
				judge(it, around).verdict === "dead" ||
				judge(it, patient).verdict !== "dead"
			);
		}));
});
