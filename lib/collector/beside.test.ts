// Do groups beside the board come and go as rows do?
import { expect, test } from "vitest";
import {
	type Bystander,
	type KnownBystanders,
	noBystanders,
} from "#lib/core/bystander.ts";
import { nothingKnown, type Snapshot } from "#lib/core/reading.ts";
import { besideOf } from "./beside.ts";

const group = (name: string, over: Partial<Bystander> = {}): Bystander => ({
	...{ name, kind: "connect", state: "Stable", registered: 2, members: [] },
	...over,
});

const snapshot = (
	groups: readonly Bystander[],
	change: Partial<Snapshot> = {},
): Snapshot => ({
	...{ readings: [], complete: true, gone: [], troubles: [], version: null },
	...{
		bystanders: { groups, leftOut: 0 },
		ownShare: null,
		connections: null,
		standing: [],
	},
	...change,
});

const row = (name: string) => ({
	...{ ...nothingKnown, kind: "topic", channel: "orders", group: name },
	atMs: 0,
});
const namesIn = (told: KnownBystanders | null) =>
	told?.groups.map(({ name, stale }) => (stale ? `${name}?` : name));

test("they are told once, and again when something changed", () => {
	const beside = besideOf(noBystanders);
	expect(namesIn(beside.heard(snapshot([group("b"), group("a")])))).toEqual([
		"a",
		"b",
	]);
	expect(beside.heard(snapshot([group("a"), group("b")]))).toBeNull();
	const moved = group("b", { state: "PreparingRebalance" });
	expect(beside.heard(snapshot([group("a"), moved]))?.groups).toMatchObject([
		{ state: "Stable" },
		{ state: "PreparingRebalance" },
	]);
});

test("one is gone only when two complete answers running did not name it", () => {
	const beside = besideOf(noBystanders);
	beside.heard(snapshot([group("a"), group("b")]));
	expect(beside.heard(snapshot([group("a")]))).toBeNull();
	expect(namesIn(beside.heard(snapshot([group("a")])))).toEqual(["a"]);
});

test("one that has a row leaves at once", () => {
	const beside = besideOf(noBystanders);
	beside.heard(snapshot([group("a"), group("b")]));
	const now = beside.heard(snapshot([group("b")], { readings: [row("a")] }));
	expect(namesIn(now)).toEqual(["b"]);
});

test("what an incomplete answer does not name stays and is old, until it is heard again", () => {
	const beside = besideOf(noBystanders);
	beside.heard(snapshot([group("a"), group("b")]));
	const half = () => beside.heard(snapshot([group("a")], { complete: false }));
	expect(namesIn(half())).toEqual(["a", "b?"]);
	expect(half()).toBeNull();
	const whole = beside.heard(snapshot([group("a"), group("b")]));
	expect(namesIn(whole)).toEqual(["a", "b"]);
});

test("what an earlier run told is what was told", () => {
	const groups = [{ ...group("a"), stale: false }];
	const beside = besideOf({ groups, leftOut: 0 });
	expect(beside.heard(snapshot([group("a")]))).toBeNull();
});

test("how many are left out is not forgotten while only a part was heard", () => {
	const beside = besideOf(noBystanders);
	const of = (leftOut: number, complete: boolean) =>
		beside.heard(
			snapshot([], { complete, bystanders: { groups: [group("a")], leftOut } }),
		);
	expect(of(7, true)?.leftOut).toBe(7);
	expect(of(2, false)).toBeNull();
	expect(of(2, true)?.leftOut).toBe(2);
});
