// Is each thing told that is wrong with a node, and nothing else?
import { expect, test } from "vitest";
import { heldUpIn, troublesOf } from "./node-replies.ts";

const well = {
	...{ name: "rabbit@one", running: true, partitions: [] },
	...{ mem_alarm: false, disk_free_alarm: false },
};

test.each([
	["one that is well", {}, []],
	["one that ended", { running: false, mem_alarm: true }, ["unreachable"]],
	["too little memory", { mem_alarm: true }, ["memory full"]],
	["too little room", { disk_free_alarm: true }, ["disk full"]],
	["cut off from another", { partitions: ["rabbit@two"] }, ["cut apart"]],
	["a later one that tells less", { partitions: undefined }, []],
])("%s", (_, change, expected) => {
	const troubles = troublesOf({ ...well, ...change });
	expect(troubles.map(({ code }) => code)).toEqual(expected);
	expect(troubles.every(({ part }) => part === "rabbit@one")).toBe(true);
});

const connections = (...states: string[]) =>
	states.map((state, i) => ({ name: `c${i}`, state }));

test.each([
	["nobody", connections("running"), 1, null],
	[
		"whoever wrote",
		connections("blocked", "running", "blocked"),
		3,
		"2 connections held up",
	],
	[
		"at least those that were looked at",
		connections("running", "blocked"),
		501,
		"at least 1 connections held up",
	],
])("an alarm holds up %s", (_, items, total, expected) => {
	expect(heldUpIn({ items, total_count: total })).toBe(expected);
});
