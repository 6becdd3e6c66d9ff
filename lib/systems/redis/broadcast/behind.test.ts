// Who does not keep up, how close is it to being cut off, and who was? One row a situation.
import { describe, expect, test } from "vitest";
import { about, atMost, exactly } from "#lib/core/amount.ts";
import { type Judged, judgeListener } from "./behind.ts";
import { cutOffsIn, lossOf } from "./cut-off.ts";
import { type Limit, leftOf, limitIn, usualLimit } from "./limit.ts";
import { type Listener, listenersIn } from "./listeners.ts";

const mega = 1_048_576;
const some = (over: Partial<Listener> = {}): Listener => ({
	...{ id: 7, address: "127.0.0.1:5000", name: "", ageMs: 60_000, idleMs: 0 },
	...{ channels: 1, patterns: 0, shards: 0, waiting: 0, bytes: 0, sent: null },
	...over,
});
const judge = (
	now: Partial<Listener>,
	before: Partial<Listener> | null = null,
	limit: Limit = usualLimit,
): Judged => {
	const first = { nowMs: 100_000, beforeMs: 100_000 };
	const then = { nowMs: 115_000, beforeMs: 100_000 };
	return before === null
		? judgeListener(some(now), null, limit, first)
		: judgeListener(
				some(now),
				judgeListener(some(before), null, limit, first),
				limit,
				then,
			);
};
const isBehind = (...given: Parameters<typeof judge>) =>
	judge(...given).behindSinceMs !== null;

describe("who is behind", () => {
	const one = { waiting: 1, bytes: 20_000 };
	const two = { waiting: 2, bytes: 40_000 };
	const table: [string, boolean, boolean][] = [
		[
			"nothing waits, however long it was quiet",
			isBehind({ idleMs: 9e6 }),
			false,
		],
		["something waits at one glance", isBehind(one), false],
		[
			"something waits, and nothing was taken for 5 s",
			isBehind({ ...one, idleMs: 5000 }),
			true,
		],
		["something waits at two glances, and no less", isBehind(one, one), true],
		["it was less the second time", isBehind(one, two), false],
		[
			"the server counts what it took meanwhile",
			isBehind({ ...one, sent: 900 }, { ...one, sent: 100 }),
			false,
		],
		[
			"it took some, but more waits than before",
			isBehind({ ...two, sent: 900 }, { ...one, sent: 100 }),
			true,
		],
		[
			"it took nothing, and what waits is not counted",
			isBehind(
				{ ...one, bytes: 0, sent: 100 },
				{ ...one, bytes: 0, sent: 100 },
			),
			true,
		],
		[
			"more than a quarter of the limit waits",
			isBehind({ waiting: 9, bytes: 2.1 * mega }),
			true,
		],
	];
	test.each(table)("%s", (_, said, expected) => {
		expect(said).toBe(expected);
	});

	test("since when is told by when it last took something, and stays", () => {
		const now = judge({ waiting: 1, bytes: 9, idleMs: 20_000 });
		expect(now.behindSinceMs).toBe(80_000);
		const later = { nowMs: 130_000, beforeMs: 100_000 };
		const then = some({ waiting: 2, bytes: 99, idleMs: 50_000 });
		expect(judgeListener(then, now, usualLimit, later).behindSinceMs).toBe(
			80_000,
		);
	});
});

describe("how long until it is cut off", () => {
	const noSoft = { ...usualLimit, softBytes: null };
	const perMs = mega / 1000;
	test.each([
		["it does not grow", leftOf(mega, 0, 0, usualLimit), null],
		[
			"it is above the soft limit",
			leftOf(9 * mega, 0, 20_000, usualLimit),
			atMost(40_000),
		],
		[
			"above it, and grows faster to the hard one",
			leftOf(22 * mega, perMs, 20_000, usualLimit),
			about(10_000),
		],
		[
			"it grows towards the hard limit alone",
			leftOf(12 * mega, perMs, 0, noSoft),
			about(20_000),
		],
		[
			"it reaches the soft one first and then has its time",
			leftOf(0, perMs / 10, 0, usualLimit),
			about(140_000),
		],
		[
			"there is no limit",
			leftOf(9e9, perMs, 0, { ...noSoft, hardBytes: null }),
			null,
		],
	])("%s", (_, said, expected) => {
		expect(said).toEqual(expected);
	});

	test("it is about to be where it grew so much since the last list", () => {
		const grown = { waiting: 90, bytes: 6 * mega, idleMs: 6000 };
		expect(judge(grown, { waiting: 1, bytes: 0 })).toMatchObject({
			...{ isLosing: true, share: 0.75 },
			leftMs: { bound: "about" },
		});
		expect(judge({ ...grown, bytes: 1 }, { waiting: 1 }).isLosing).toBe(false);
	});
});

test("the limit is read from what the server has, and zero is none", () => {
	const text =
		"normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60";
	expect(limitIn(text)).toEqual({ ...usualLimit, isAssumed: false });
	expect(limitIn("pubsub 0 1000 0")).toMatchObject({
		...{ hardBytes: null, softBytes: null },
	});
	expect(limitIn("")).toBeNull();
});

describe("who was cut off", () => {
	const well = judge({});
	const late = judge({ id: 8, waiting: 1, bytes: 9, idleMs: 9000 });
	const atMs = 5;
	test.each([
		["nobody went", lossOf([], 1, atMs), null],
		["one that kept up went by itself", lossOf([well], 0, atMs), null],
		[
			"one that was behind, and the server counts it",
			lossOf([late], 1, atMs),
			{ isCutOff: true, count: exactly(1) },
		],
		[
			"one that was behind, for another reason",
			lossOf([late], 0, atMs),
			{ isCutOff: false, count: exactly(1) },
		],
		[
			"one that was behind, where nobody counts",
			lossOf([late], null, atMs),
			{ isCutOff: false, count: exactly(1) },
		],
		[
			"one of two, neither of which was seen behind",
			lossOf([well, well], 1, atMs),
			{ isCutOff: true, count: atMost(1) },
		],
		[
			"two that were behind, of which the server counts one",
			lossOf([late, late], 1, atMs),
			{ isCutOff: false, count: exactly(2) },
		],
	])("%s", (_, said, expected) => {
		if (expected === null) expect(said).toBeNull();
		else
			expect(said).toMatchObject({ ...expected, channels: expect.any(Number) });
	});

	test("those cut off to save memory count as well, and before 8.0 nobody counts", () => {
		const stats =
			"evicted_clients:2\r\nclient_output_buffer_limit_disconnections:3\r\n";
		expect(cutOffsIn(stats)).toBe(5);
		expect(cutOffsIn("evicted_clients:2\r\n")).toBeNull();
	});
});

test("listeners are told by their flag, whatever they did last", () => {
	const line = (over: string) =>
		`id=5 addr=1.2.3.4:5 laddr=9.9.9.9:6379 fd=8 name=shop age=7 idle=3 ${over} multi=-1 oll=2 omem=900 tot-mem=1 events=r cmd=ping resp=3`;
	const text = `${line("flags=P db=0 sub=2 psub=1 ssub=4")}\n${line("flags=N db=0 sub=0 psub=0 ssub=0")}\n`;
	expect(listenersIn(text)).toEqual([
		some({
			...{ id: 5, address: "1.2.3.4:5", name: "shop", ageMs: 7000 },
			...{ idleMs: 3000, channels: 2, patterns: 1, shards: 4 },
			...{ waiting: 2, bytes: 900 },
		}),
	]);
});
