// Do names decide only where they are everybody's, and is a group of many streams told apart?
import { describe, expect, test } from "vitest";
import { listsEveryMs } from "../connection/client-list.ts";
import { connectionNameOf } from "./connection-name.ts";
import type { Connected, NamedConnection } from "./connections.ts";
import { dueOf, looksEveryMs } from "./due.ts";
import {
	type GroupRecall,
	newStream,
	noteGroup,
	noteLook,
	type StreamRecall,
} from "./recall.ts";
import { spareOf } from "./spare.ts";
import { unservedOf } from "./unserved.ts";
import { type Circumstances, judgeGroup, noteNames } from "./verdicts.ts";

const patienceMs = 300_000;

const bearing = (...names: readonly string[]) =>
	new Map<string, NamedConnection>(
		names.map((name) => {
			const connection = { name, address: "h:1", isWaiting: true, missed: 0 };
			return [name, { ...connection, seenMs: 0, missingMs: null }];
		}),
	);
const connected = (over: Partial<Connected> = {}): Connected => ({
	...{ atMs: 0, readers: 0, undecided: 0 },
	...{ desertedMs: null, waiterMadeMs: null },
	...{ named: new Map(), meant: new Map(), couldRead: 0, beforeMs: null },
	...{ count: 1, ...over },
});
const around = (it: Connected, over: Partial<Circumstances> = {}) => ({
	...{ connected: it, idleMeans: "asked" as const, patienceMs, spare: null },
	...{ isNamed: false, ...over },
});

function group(
	members: Readonly<Record<string, number>>,
	atMs = 0,
	stream: StreamRecall = newStream(),
): GroupRecall {
	const tick = { name: "g", position: "0-0", registered: 0, holding: 0 };
	const made = noteGroup(stream, { ...tick, waits: false }, atMs);
	const consumers = Object.entries(members).map(([name, idleMs]) => ({
		...{ name, idleMs, holding: 0, inactiveMs: null },
	}));
	noteLook(stream, made, consumers, atMs);
	return made;
}

const verdictOf = (it: GroupRecall, circumstances: Circumstances) =>
	judgeGroup("g", it, circumstances).map(
		({ name, verdict }) => `${name} ${verdict}`,
	);

describe("names", () => {
	const named = bearing(connectionNameOf("g", "a"));
	const meant = new Map([["g", ["a"]]]);
	const old = { a: 600_000, b: 600_000 };

	function seenNamed(turns: number, over: Partial<Connected>) {
		const it = group(old);
		const list = connected({ named, meant, ...over });
		noteNames("g", it, [], list);
		it.turns += turns;
		return verdictOf(it, around(list));
	}

	test("that only some bear decide nothing while somebody else may read", () => {
		expect(seenNamed(0, { readers: 1 })).toEqual(["a live", "b unknown"]);
		expect(seenNamed(0, { undecided: 1 })).toEqual(["a live", "b unknown"]);
	});

	test("decide where nobody without a name is there to read", () => {
		expect(seenNamed(0, {})).toEqual(["a live", "b dead"]);
	});

	test("decide where messages came that would have shown somebody without one", () => {
		expect(seenNamed(4, { readers: 1 })).toEqual(["a live", "b dead"]);
	});

	test("decide where it is configured", () => {
		const list = connected({ readers: 5 });
		expect(verdictOf(group(old), around(list, { isNamed: true }))).toEqual([
			"a dead",
			"b dead",
		]);
	});

	test("decide nothing after somebody lived without one", () => {
		const it = group(old);
		for (const atMs of [10_000, 30_000]) {
			const b = it.members.get("b");
			it.lookedMs = atMs;
			const list = connected({ named, meant, atMs: atMs - 5000 });
			noteNames("g", it, b ? [b] : [], list);
		}
		expect(verdictOf(it, around(connected({ named, meant })))).toEqual([
			...["a live", "b unknown"],
		]);
	});

	test("a new member is given until the next list to show its name", () => {
		const it = group(old);
		const b = it.members.get("b");
		const list = connected({ named, meant });
		for (const atMs of [10_000, 20_000]) {
			it.lookedMs = atMs;
			noteNames("g", it, b ? [b] : [], list);
		}
		expect(it.unnamedMs).toBeNull();
	});
});

describe("a member that was seen to live since", () => {
	const atMs = 60_000;
	const lived = { before: 31_000, since: 20_000 };

	test("has another connection than the one that is gone", () => {
		const named = new Map<string, NamedConnection>();
		for (const member of Object.keys(lived)) {
			const name = connectionNameOf("g", member);
			const gone = { name, address: "h:1", isWaiting: false, missed: 2 };
			named.set(name, { ...gone, seenMs: 15_000, missingMs: 30_000 });
		}
		expect(
			verdictOf(group(lived, atMs), around(connected({ atMs, named }))),
		).toEqual(["before dead", "since live"]);
	});

	test("or is between two connections while only one list missed it", () => {
		const name = connectionNameOf("g", "a");
		const between = { name, address: "h:1", isWaiting: false, missed: 1 };
		const named = new Map<string, NamedConnection>([
			[name, { ...between, seenMs: 45_000, missingMs: atMs }],
		]);
		const list = connected({ atMs, named });
		expect(verdictOf(group({ a: 600_000 }, atMs), around(list))).toEqual([
			"a live",
		]);
	});

	test("comes and goes between lists in which nobody is", () => {
		const list = connected({ atMs, desertedMs: 30_000 });
		expect(verdictOf(group(lived, atMs), around(list))).toEqual([
			...["before dead", "since live"],
		]);
	});
});

describe("a member that used to ask", () => {
	const asking = () => {
		const it = group({ a: 600_000 }, 3_600_000);
		for (const member of it.members.values())
			Object.assign(member, { asks: 3, asksMs: 1000 });
		return it;
	};
	const waiterMade = (waiterMadeMs: number | null) =>
		verdictOf(asking(), around(connected({ waiterMadeMs })));

	test("is dead once it stopped, while nobody waits who came since", () => {
		expect(waiterMade(null)).toEqual(["a dead"]);
		expect(waiterMade(2_700_000)).toEqual(["a dead"]);
	});

	test("may have been started again, to wait for ever", () => {
		expect(waiterMade(2_700_001)).toEqual(["a unknown"]);
		expect(waiterMade(3_500_000)).toEqual(["a unknown"]);
	});

	test("is not called dead where connections may not be listed", () => {
		const it = { ...around(connected()), connected: null };
		expect(verdictOf(asking(), it)).toEqual(["a unknown"]);
	});
});

describe("members that were never served", () => {
	const list = connected({ meant: new Map([["g", ["a", "z"]]]) });

	test("are those with a name that is not registered", () => {
		const groups = new Map([["g", [group({ a: 0 })]]]);
		expect(unservedOf("g", list, groups).names).toEqual(["z"]);
	});

	test("are only possible where the group reads several streams", () => {
		const groups = new Map([["g", [group({ a: 0 }), group({})]]]);
		expect(unservedOf("g", list, groups)).toEqual({ names: [], possible: 1 });
	});

	test("are none of a group whose longer name is meant", () => {
		const colon = connected({ meant: new Map([["g", ["x:m"]]]) });
		const both = new Map([
			["g", [group({})]],
			["g:x", [group({})]],
		]);
		expect(unservedOf("g", colon, both).names).toEqual([]);
		both.delete("g:x");
		expect(unservedOf("g", colon, both).names).toEqual(["x:m"]);
	});
});

test("connections are left once everybody who was seen since the list before has one", () => {
	const groups = [
		[group({ a: 1000, b: 9000 }, 20_000)],
		[group({ a: 500 }, 20_000)],
	];
	const list = connected({ beforeMs: 15_000, couldRead: 3 });
	expect(spareOf(list, groups)).toBe(2);
	expect(spareOf(connected({ couldRead: 3 }), groups)).toBeNull();
	expect(spareOf(null, groups)).toBeNull();
});

describe("a tick asks", () => {
	const item = (
		lookedMs: number | null,
		registered = 20,
		isChanged = false,
	) => {
		const it = group({});
		Object.assign(it, { lookedMs, lookedOf: isChanged ? "x" : it.of });
		return { group: it, registered, patienceMs };
	};

	test("who is new or changed, and everybody once a minute", () => {
		const all = [item(null), item(50_000, 20, true), item(1000), item(50_000)];
		expect(dueOf(all, 61_000)).toEqual([all[0], all[2], all[1]]);
	});

	test("no more than it may cost, and then those that wait longest", () => {
		const many = Array.from({ length: 3000 }, (_, i) => item(3000 - i, 21));
		const due = dueOf(many, 100_000);
		expect(due).toHaveLength(500);
		expect(due[0]).toBe(many[2999]);
	});

	test.each([
		["an hour's patience", 3_600_000, 60_000, 15_000],
		["five minutes'", 300_000, 60_000, 15_000],
		["one minute's", 60_000, 12_000, 3000],
		["one second's", 1000, 1000, 1000],
	])("as often as %s asks for", (_, patience, looksMs, listsMs) => {
		expect(looksEveryMs(patience)).toBe(looksMs);
		expect(listsEveryMs(patience, 2000)).toBe(listsMs);
		expect(listsEveryMs(patience, 2001)).toBe(60_000);
	});

	test("never about a crowd that would hold up the server", () => {
		expect(dueOf([item(null, 5001), item(null, 5000)], 0)).toHaveLength(1);
	});
});
