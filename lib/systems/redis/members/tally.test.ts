// Do verdicts add up, and is never more claimed than the connections allow, nor less than is sure?
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atMost, exactly } from "#lib/core/amount.ts";
import { type Around, notesOf, tally } from "./tally.ts";

type Judged = Parameters<typeof tally>[0][number];

const nobody: Around = {
	...{ readers: 0, undecided: 0, unserved: 0, possible: 0 },
	lateMs: 60_000,
};
const connection = (missed: number) => ({
	...{ name: "tm:g:m", address: "", isWaiting: true, seenMs: 0, missed },
	missingMs: null,
});
const one = (
	verdict: Judged["verdict"],
	over: Partial<Judged> = {},
): Judged => ({
	...{ verdict, holding: 0, idleMs: 90_000, connection: null, ...over },
});
const times = (n: number, member: Judged) => Array<Judged>(n).fill(member);
const named = one("live", { connection: connection(0) });

describe("a group adds up", () => {
	test.each([
		[
			"unnamed, its readers and two of another stream bound it",
			[...times(9, one("live")), ...times(12, one("dead"))],
			{ ...nobody, readers: 11 },
			atMost(9),
		],
		[
			"fewer connections than members bound it as well",
			times(21, one("live")),
			{ ...nobody, readers: 11 },
			atMost(11),
		],
		[
			"whoever was not seen to read yet may be at work for one that holds something",
			[...times(3, one("live")), one("live", { holding: 1 })],
			{ ...nobody, readers: 2, undecided: 90 },
			atMost(3),
		],
		[
			"who was seen a moment ago is there, though its connection shows another command",
			[...times(3, one("live", { idleMs: 59_999 })), ...times(4, one("live"))],
			{ ...nobody, readers: 1 },
			atMost(3),
		],
		[
			"where connections may not be listed, only the dead are certain",
			[...times(5, one("unknown")), one("dead")],
			{ ...nobody, readers: null },
			atMost(5),
		],
		[
			"named, it is exact",
			[...times(9, named), ...times(12, one("dead"))],
			nobody,
			exactly(9),
		],
		[
			"one that is stuck with its connection open is there",
			[named, one("stuck", { connection: connection(1) })],
			nobody,
			exactly(2),
		],
		[
			"one whose connection went away is not",
			[named, one("dead", { connection: connection(2) })],
			nobody,
			exactly(1),
		],
		[
			"named and never served, it lives without being registered",
			[named],
			{ ...nobody, unserved: 2 },
			exactly(3),
		],
		[
			"a name that may be of another stream is only possible",
			[named],
			{ ...nobody, possible: 2 },
			atMost(3),
		],
		["all dead is exactly none", [one("dead")], nobody, exactly(0)],
	])("%s", (_, judged, around, live) => {
		expect(tally(judged, around).live).toEqual(live);
	});

	const member = fc.record({
		verdict: fc.constantFrom<Judged["verdict"][]>(
			"live",
			"unknown",
			"stuck",
			"dead",
		),
		...{ holding: fc.nat({ max: 3 }), idleMs: fc.nat({ max: 120_000 }) },
		connection: fc.constantFrom(null, connection(0), connection(2)),
	});
	const around = fc.record({
		...{ readers: fc.nat({ max: 30 }), undecided: fc.nat({ max: 9 }) },
		...{ unserved: fc.nat({ max: 2 }), possible: fc.nat({ max: 2 }) },
		lateMs: fc.constantFrom(0, 60_000),
	});
	const isHere = ({ connection: it }: Judged) => it !== null && it.missed < 2;
	/** As the rules have it: who has a connection is not dead, and who lost it is. */
	const sound = member.map(
		(it): Judged =>
			it.connection === null
				? it
				: { ...it, verdict: isHere(it) ? "live" : "dead" },
	);

	test("the living are never more than the registered who are not dead, nor than the connections", () => {
		fc.assert(
			fc.property(fc.array(sound, { maxLength: 30 }), around, (judged, it) => {
				const { registered, live, dead, stuck, unknown } = tally(judged, it);
				const lives = judged.filter(({ verdict }) => verdict === "live").length;
				const unlisted = it.unserved + it.possible;
				const named = judged.filter(isHere).length;
				const seen = judged.filter(({ idleMs }) => (idleMs ?? 0) < it.lateMs);
				const readers = Math.max(it.readers + it.undecided, seen.length);
				const candidates = named + readers;
				expect(registered).toBe(judged.length);
				expect((dead ?? 0) + (stuck ?? 0) + (unknown ?? 0) + lives).toBe(
					registered,
				);
				expect(live?.n).toBeLessThanOrEqual(
					Math.min(registered - (dead ?? 0), candidates) + unlisted,
				);
				expect(live?.n).toBeGreaterThanOrEqual(named + it.unserved);
			}),
			{ numRuns: 2000 },
		);
	});

	test("another reader's connection never makes the bound smaller", () => {
		fc.assert(
			fc.property(fc.array(sound, { maxLength: 30 }), around, (judged, it) => {
				const more = { ...it, readers: it.readers + 1 };
				const less = tally(judged, it).live?.n ?? 0;
				expect(tally(judged, more).live?.n).toBeGreaterThanOrEqual(less);
			}),
		);
	});
});

describe("what is noted", () => {
	const hourMs = 3_600_000;
	test("messages of the dead and the stuck are summed, with the longest silence", () => {
		const judged = [
			one("stuck", { holding: 40, idleMs: 2 * hourMs }),
			one("dead", { holding: 2, idleMs: hourMs }),
			one("dead", { idleMs: 9 * hourMs }),
			one("live", { holding: 7, idleMs: 0 }),
		];
		expect(notesOf(judged, 300_000, 0)).toEqual([
			{
				code: "held by absent",
				values: { messages: 42, members: 2, forSeconds: 7200 },
			},
		]);
	});

	test("one that has just gone is given the time to return", () => {
		expect(
			notesOf([one("dead", { holding: 3, idleMs: 10 })], 300_000, 0),
		).toEqual([]);
	});

	test("those who were never served are told", () => {
		expect(notesOf([], 300_000, 2)).toEqual([
			{ code: "waits unserved", values: { members: 2 } },
		]);
	});
});
