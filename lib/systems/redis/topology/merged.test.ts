// Do the snapshots of nodes become one, with each channel once and nothing called gone that may only be silent?
import { expect, test } from "vitest";
import { noBystanders } from "#lib/core/bystander.ts";
import {
	nothingKnown,
	type Reading,
	type Snapshot,
} from "#lib/core/reading.ts";
import { trouble } from "#lib/core/trouble.ts";
import { merged } from "./merged.ts";

const row = (channel: string, arrived = 1): Reading => ({
	...nothingKnown,
	...{ kind: "stream", channel, group: "g", atMs: 1, arrived },
});
const snapshot = (
	channels: readonly (string | Reading)[],
	more: Partial<Snapshot> = {},
): Snapshot => ({
	readings: channels.map((it) => (typeof it === "string" ? row(it) : it)),
	...{ complete: true, gone: [], troubles: [], version: "7.0.15" },
	...{
		bystanders: noBystanders,
		ownShare: null,
		connections: null,
		standing: [],
	},
	...more,
});
const part = (
	node: string,
	told: Snapshot | ReturnType<typeof trouble>,
	last: readonly Reading[] = [],
) => ({ node, place: `${node}:1`, told, last });
const never = () => false;

test("all that was heard stands together, and versions that differ beside each other", () => {
	const one = part("a", snapshot(["x:1"]));
	const other = part("b", snapshot(["x:2"], { version: "7.2.4" }));
	const found = merged([one, other], never);
	expect(found.snapshot).toMatchObject({
		readings: [
			{ channel: "x:1", family: "x:*" },
			{ channel: "x:2", family: "x:*" },
		],
		...{ complete: true, version: "7.0.15, 7.2.4" },
	});
	expect([...found.tellers]).toEqual([
		["x:1", "a"],
		["x:2", "b"],
	]);
});

test("a channel that two tell of is the owner's, with all its groups, and else the first one's", () => {
	const parts = [
		part("a", snapshot([row("x", 1)])),
		part("b", snapshot([row("x", 2)])),
	];
	const arrivedIn = (owner: string) =>
		merged(parts, (node) => node === owner).snapshot.readings.map(
			({ arrived }) => arrived,
		);
	expect(arrivedIn("a")).toEqual([1]);
	expect(arrivedIn("b")).toEqual([2]);
	expect(arrivedIn("c")).toEqual([1]);
});

test("what a silent node told last is named with the node's trouble, unless somebody else has it by now", () => {
	const silent = part("b", trouble("no answer"), [row("x"), row("y", 7)]);
	const { snapshot: found } = merged(
		[part("a", snapshot(["x"])), silent],
		never,
	);
	const why = { code: "no answer", part: "b:1" };
	expect(found).toMatchObject({
		...{ complete: false, troubles: [why] },
		readings: [
			{ channel: "x", trouble: null },
			{ channel: "y", arrived: null, trouble: why },
		],
	});
});

test("what one lost sight of and another has is not deleted", () => {
	const gone = ["x", "y"].map((channel) => ({
		...{ kind: "stream", channel, group: "g" },
		why: "channel deleted" as const,
	}));
	const parts = [part("a", snapshot([], { gone })), part("b", snapshot(["x"]))];
	expect(merged(parts, never).snapshot.gone).toEqual([gone[1]]);
});

test("troubles bear the node's place, a question that nobody answers is told once, and the share is the worst", () => {
	const troubles = [
		trouble("memory short"),
		trouble("right missing", "", "XPENDING"),
	];
	const parts = [
		part("a", snapshot([], { troubles, ownShare: { busyMs: 1, overMs: 60 } })),
		part("b", snapshot([], { troubles, ownShare: { busyMs: 9, overMs: 60 } })),
	];
	const { snapshot: found } = merged(parts, never);
	expect(found.troubles.map(({ part: where }) => where)).toEqual([
		...["a:1", "XPENDING", "b:1"],
	]);
	expect(found.ownShare).toEqual({ busyMs: 9, overMs: 60 });
});

test.each([
	["the node nearest to its limit, not the fullest", [9, 10], [500, 10_000]],
	["a node whose limit is known", [1, 10], [900, null]],
	["of two that tell no limit the fuller one", [7, null], [3, null]],
	["a node that tells", [0, null], [null, null]],
] as const)("connections are those of %s", (_, [open, most], [more, limit]) => {
	const connections = { open, most };
	const other = { open: more, most: limit };
	const parts = [
		part("a", snapshot([], { connections: other })),
		part("b", snapshot([], { connections })),
		part("c", snapshot([])),
	];
	expect(merged(parts, never).snapshot.connections).toEqual(connections);
});

test("what would be lost is told once, as it is worst", () => {
	const saved = (changes: number) =>
		({ code: "saved", values: { changes, forSeconds: 60 } }) as const;
	const evicts = { code: "evicts any", values: { percent: 3 } } as const;
	const parts = [
		part("a", snapshot([], { standing: [saved(5)] })),
		part("b", snapshot([], { standing: [saved(90), evicts] })),
	];
	expect(merged(parts, never).snapshot.standing).toEqual([saved(90), evicts]);
});
