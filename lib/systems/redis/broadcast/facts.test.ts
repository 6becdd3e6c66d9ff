// What is proved of a channel, by one server and by several? And which channels get a row?
import { describe, expect, test } from "vitest";
import { atLeast, exactly } from "#lib/core/amount.ts";
import type { Judged } from "./behind.ts";
import { leastOf, type NodeFacts, sumOf } from "./facts.ts";
import { internalFamilyOf, internalMax, openShown, shownMax } from "./shown.ts";

const listener = (over: Partial<Judged> = {}): Judged => ({
	...{ id: 1, address: "", name: "", ageMs: 0, idleMs: 0, sent: null },
	...{ channels: 1, patterns: 0, shards: 0, waiting: 0, bytes: 0 },
	...{ behindSinceMs: null, share: null, limitBytes: null, leftMs: null },
	...{ isLosing: false, aboveSinceMs: null, ...over },
});
const late = listener({ behindSinceMs: 5, bytes: 900 });

const node = (
	channels: Readonly<Record<string, number>>,
	listeners: readonly Judged[],
	patterns = 0,
): NodeFacts => ({
	channels: new Map(
		Object.entries(channels).map(([name, subscribers]) => [
			name,
			{ subscribers, silentSinceMs: null, isExpected: false },
		]),
	),
	...{ shards: new Map(), refused: null },
	...{ patterns, listeners, losses: [], isLimitAssumed: false },
	undercounts: false,
});
const known = (...nodes: NodeFacts[]) =>
	sumOf(nodes).channels.map(({ name, ...it }) => [
		...[name, it.subscribers, it.behindLeast, it.behindMost],
		it.behind.length,
	]);

test.each([
	["everybody listens there", 3, 1, 3, 1],
	["all but one do", 2, 1, 3, 0],
	["all but one do, and two are late", 2, 2, 3, 1],
	["nobody is late", 3, 0, 3, 0],
	["more are there than were listed a moment before", 4, 1, 3, 0],
])(
	"of those on a channel so many are late: %s",
	(_, heard, some, all, least) => {
		expect(leastOf(heard, some, all)).toBe(least);
	},
);

describe("what is said of a channel", () => {
	test("the one who is late is known to listen where everybody does, and may listen elsewhere", () => {
		expect(
			known(node({ all: 2, one: 1, none: 0 }, [listener(), late])),
		).toEqual([
			["all", 2, 1, 1, 1],
			["one", 1, 0, 1, 0],
			["none", 0, 0, 0, 0],
		]);
	});

	test("who listens by patterns alone listens to no channel that could be named", () => {
		const byPattern = { ...late, channels: 0, patterns: 1 };
		expect(known(node({ one: 1 }, [listener(), byPattern]))).toEqual([
			["one", 1, 0, 0, 0],
		]);
	});

	test("listeners on several servers add up, and what one of them proves stays proved", () => {
		const here = node({ news: 1 }, [late], 2);
		const there = node(
			{ news: 5 },
			Array.from({ length: 9 }, () => listener()),
			1,
		);
		expect(known(here, there)).toEqual([["news", 6, 1, 1, 1]]);
		const sum = sumOf([here, there]);
		expect(sum.listeners).toHaveLength(10);
		expect(sum.patterns).toEqual(atLeast(2));
		expect(sumOf([here]).patterns).toEqual(exactly(2));
		expect(sumOf([here, { ...there, listeners: null }]).listeners).toBeNull();
	});
});

describe("which channels are shown", () => {
	const names = (n: number, prefix = "c") =>
		Array.from({ length: n }, (_, i) => `${prefix}${i}`);
	const none: ReadonlySet<string> = new Set();
	const heardAll = (all: readonly string[]) =>
		new Map(all.map((name) => [name, 1]));

	test("of ten thousand as many as a board can bear, and the same ones again", () => {
		const shown = openShown([]);
		expect(shown.take(names(10_000))).toBe(10_000 - shownMax);
		const first = [...shown.shown.keys()];
		shown.hear(heardAll(first), 1, none);
		expect(shown.take(names(10_000).toReversed())).toBe(10_000 - shownMax);
		expect([...shown.shown.keys()]).toEqual(first);
	});

	test("notices about keys take no more than a few places", () => {
		const shown = openShown([]);
		const notices = names(500, "__keyspace@0__:");
		expect(shown.take([...notices, "own"])).toBe(500 - internalMax);
		expect(shown.shown.has("own")).toBe(true);
		expect(internalFamilyOf("__keyspace@0__:1")).toBe("__keyspace@*");
		expect(internalFamilyOf("/0.celeryev/worker.heartbeat")).not.toBeNull();
		expect(internalFamilyOf("own")).toBeNull();
	});

	test("one nobody hears any more stays ten minutes, one that came for a moment does not", () => {
		const shown = openShown(["expected"]);
		shown.take(["lasting", "brief"]);
		shown.hear(heardAll(["lasting", "brief"]), 0, none);
		shown.hear(heardAll(["lasting"]), 15_000, none);
		expect([...shown.shown.keys()]).toEqual(["expected", "lasting"]);
		expect(shown.hear(new Map(), 30_000, none)).toEqual([]);
		expect(shown.shown.get("lasting")?.silentSinceMs).toBe(30_000);
		expect(shown.hear(new Map(), 629_999, none)).toEqual([]);
		expect(shown.hear(new Map(), 630_000, none)).toEqual(["lasting"]);
		expect(shown.shown.has("expected")).toBe(true);
	});

	test("one where somebody was cut off stays, however short it was there", () => {
		const shown = openShown([]);
		shown.take(["brief"]);
		shown.hear(heardAll(["brief"]), 0, none);
		expect(shown.hear(new Map(), 15_000, new Set(["brief"]))).toEqual([]);
		expect(shown.hear(new Map(), 30_000, none)).toEqual(["brief"]);
	});
});
