// Is what is told of groups beside the board bounded, and is what is left out said?
import { expect, test } from "vitest";
import {
	type Bystander,
	boundedBystanders,
	bystandersMax,
	membersMax,
} from "./bystander.ts";

const group = (name: string, members = 0): Bystander => ({
	...{ name, kind: "connect", state: "Stable", registered: members },
	members: Array.from({ length: members }, (_, i) => ({
		...{ name: `member-${i}`, clientId: null, host: null, instanceId: null },
	})),
});

test("groups stand in the order of their names", () => {
	const { groups, leftOut } = boundedBystanders([group("b"), group("a")]);
	expect(groups.map(({ name }) => name)).toEqual(["a", "b"]);
	expect(leftOut).toBe(0);
});

test("of many groups the first are told, and how many are not", () => {
	const many = Array.from({ length: bystandersMax + 7 }, (_, i) =>
		group(`g${String(i).padStart(5, "0")}`),
	).toReversed();
	const { groups, leftOut } = boundedBystanders(many);
	expect(groups).toHaveLength(bystandersMax);
	expect(groups[0]?.name).toBe("g00000");
	expect(leftOut).toBe(7);
});

test("of many members the first are told, and all are counted", () => {
	const [only] = boundedBystanders([group("a", 60)]).groups;
	expect(only?.members).toHaveLength(membersMax);
	expect(only?.registered).toBe(60);
	const crowd = Array.from({ length: 300 }, (_, i) => group(`g${i}`, 60));
	const told = boundedBystanders(crowd).groups;
	expect(told).toHaveLength(300);
	expect(told.reduce((sum, { members }) => sum + members.length, 0)).toBe(
		5_000,
	);
});
