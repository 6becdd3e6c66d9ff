// Do names decide only where they are everybody's, and is a group of many streams told apart?
import { describe, expect, test } from "vitest";
import { connectionNameOf } from "./connection-name.ts";
import type { Connected, NamedConnection } from "./connections.ts";
import { dueOf } from "./due.ts";
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
			return [name, { ...connection, seenMs: 0 }];
		}),
	);
const connected = (over: Partial<Connected> = {}): Connected => ({
	...{ atMs: 0, readers: 0, undecided: 0, isDeserted: false },
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

	test("never about a crowd that would hold up the server", () => {
		expect(dueOf([item(null, 5001), item(null, 5000)], 0)).toHaveLength(1);
	});
});
