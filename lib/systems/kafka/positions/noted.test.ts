// Is what is odd about a reading noted, and nothing else?
import { expect, test } from "vitest";
import { type Amount, atLeast, exactly } from "#lib/core/amount.ts";
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import { Markers } from "./markers.ts";
import { noted } from "./noted.ts";
import { type Entry, Past } from "./past.ts";
import { rulesIn, type TopicRules } from "./rules.ts";
import { StableEnds } from "./stable-ends.ts";
import type { Topic } from "./topics.ts";

const minute = 60_000;
const nowMs = 1_000 * minute;
const none = Number.NaN;
const compacting = rulesIn(new Map([["cleanup.policy", "compact"]]));
const keeping = (ms: string, bytes: string) =>
	rulesIn(
		new Map([
			["retention.ms", ms],
			["retention.bytes", bytes],
		]),
	);

type Case = {
	readonly positions?: readonly number[];
	readonly unplaced?: number;
	readonly leaders?: readonly number[];
	readonly lag?: Amount | null;
	readonly ahead?: number;
	readonly entry?: Partial<Entry>;
	readonly rules?: TopicRules | null;
	readonly isShared?: boolean;
};

function read(given: Case): Reading {
	const { positions = [4], leaders = [1], lag = exactly(6) } = given;
	const count = positions.length;
	const columns = {
		partitions: Int32Array.from(positions, (_, i) => i),
		positions: Float64Array.from(positions),
		starts: new Float64Array(count),
		ends: new Float64Array(count).fill(10),
		unplaced: given.unplaced ?? 0,
	};
	const reading: Reading = {
		...{ ...nothingKnown, kind: "topic", channel: "orders", group: "g" },
		...{ atMs: 5, lag, ahead: given.ahead ?? 0 },
		columns: given.isShared ? null : columns,
	};
	const topic: Topic = {
		...{ name: "orders", id: "a", leaders: Int32Array.from(leaders) },
		starts: new Float64Array(leaders.length),
		ends: new Float64Array(leaders.length).fill(10),
		codes: new Int16Array(leaders.length),
		wanted: new Uint8Array(leaders.length),
	};
	const entry = new Past().take("g", "orders", "a", columns, nowMs);
	return noted(reading, { ...entry, ...given.entry }, topic, {
		...{ markers: new Markers(), stableEnds: new StableEnds() },
		...{ rules: given.rules ?? null, keptMs: null, empty: null, nowMs },
	});
}

const madeAgain = (minutesAgo: number) => ({
	madeAgainMs: nowMs - minutesAgo * minute,
});
const setBack = (minutesAgo: number) => ({
	setBack: { messages: 6, atMs: nowMs - minutesAgo * minute },
});

const rows: readonly [string, Case, readonly object[]][] = [
	["an ordinary reading has no notes", {}, []],
	[
		"partitions without a position are counted",
		{ positions: [4, none], leaders: [1, 1, 1] },
		[{ code: "not committed", values: { partitions: 2 } }],
	],
	[
		"and are not those whose position cannot be placed",
		{ positions: [4, none, none], leaders: [1, 1, 1], unplaced: 1 },
		[{ code: "not committed", values: { partitions: 1 } }],
	],
	[
		"where positions are kept elsewhere, none is missing here",
		{ positions: [], leaders: [1, 1], isShared: true },
		[],
	],
	[
		"partitions without a leader are counted, whoever reads them",
		{ positions: [4, 4, 4], leaders: [-1, 1, -1] },
		[{ code: "offline", values: { partitions: 2 } }],
	],
	[
		"positions set back are told for a while",
		{ entry: setBack(14) },
		[{ code: "set back", values: { messages: 6 } }],
	],
	["and no longer than that", { entry: setBack(16) }, []],
	[
		"a topic made again is told for an hour",
		{ entry: madeAgain(59) },
		[{ code: "made again", values: {} }],
	],
	["and not for ever", { entry: madeAgain(61) }, []],
	[
		"but as long as a position lies beyond its end",
		{ entry: madeAgain(600), ahead: 1, lag: null },
		[{ code: "made again", values: {} }],
	],
	[
		"a compacted log with nothing left has no gaps to speak of",
		{ rules: compacting, lag: exactly(0) },
		[],
	],
	[
		"where neither age nor size removes anything, what waits is kept for ever",
		{ rules: keeping("-1", "-1") },
		[{ code: "kept for ever", values: {} }],
	],
	[
		"and with nothing unread nobody asks",
		{ rules: keeping("-1", "-1"), lag: exactly(0) },
		[],
	],
	["age alone removes", { rules: keeping("60000", "-1") }, []],
	["and so does size", { rules: keeping("-1", "1000") }, []],
];

test.each(rows)("%s", (_title, given, expected) => {
	expect(read(given).notes).toEqual(expected);
});

test.each([
	["a count", exactly(6), { n: 6, bound: "at most" }],
	["a lower bound", atLeast(6), { n: 6, bound: "about" }],
])(
	"gaps of a compacted log make of %s what may be less",
	(_title, lag, expected) => {
		const reading = read({ rules: compacting, lag });
		expect(reading.lag).toEqual(expected);
		expect(reading.notes).toEqual([{ code: "compacted", values: {} }]);
	},
);
