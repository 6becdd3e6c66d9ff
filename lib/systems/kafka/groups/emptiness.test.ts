// When does the broker forget positions, as far as we saw?
import { expect, test } from "vitest";
import { Emptiness, forgottenIn } from "./emptiness.ts";

const hour = 3_600_000;
const listed = (state: string, protocol = "consumer", type = "classic") => [
	{ group: "g", state, protocol, type },
];

const rows: readonly [
	string,
	readonly ReturnType<typeof listed>[],
	number | null,
	object | null,
][] = [
	["a group with members is not forgotten", [listed("Stable")], null, null],
	[
		"who saw the last member leave knows when",
		[listed("Stable"), listed("Empty"), listed("Empty")],
		null,
		{ seconds: 9 * 3_600, bound: "about" },
	],
	[
		"who found it empty knows only until when",
		[listed("Empty"), listed("Empty"), listed("Empty")],
		null,
		{ seconds: 8 * 3_600, bound: "at most" },
	],
	[
		"a group of the newer kind is forgotten so long after its last commit",
		["Stable", "Empty", "Empty"].map((state) =>
			listed(state, "consumer", "consumer"),
		),
		null,
		{ seconds: 9 * 3_600, bound: "at most" },
	],
	[
		"a share group is not forgotten, however long it is empty",
		["Stable", "Empty", "Empty"].map((state) =>
			listed(state, "share", "share"),
		),
		null,
		null,
	],
	[
		"a program that never joins commits when it likes",
		[listed("Empty", ""), listed("Empty", ""), listed("Empty", "")],
		2 * hour,
		{ seconds: 10 * 3_600, bound: "at most" },
	],
];

test.each(rows)("%s", (_title, steps, movedMs, expected) => {
	const emptiness = new Emptiness();
	steps.forEach((groups, hours) => {
		emptiness.take(groups, hours * hour);
	});
	const nowMs = 2 * hour;
	expect(forgottenIn(emptiness.of("g"), movedMs, 10 * hour, nowMs)).toEqual(
		expected,
	);
});

test("where nobody may say how long positions are kept, nothing is forecast", () => {
	const emptiness = new Emptiness();
	emptiness.take(listed("Empty"), 0);
	expect(forgottenIn(emptiness.of("g"), null, null, hour)).toBeNull();
});

test("a group that is not listed stays as it was, for ten minutes", () => {
	const emptiness = new Emptiness();
	emptiness.take(listed("Empty"), 0);
	emptiness.take([], hour / 60);
	expect(emptiness.of("g")).not.toBeNull();
	emptiness.take([], hour);
	expect(emptiness.of("g")).toBeNull();
});

test("a minute by a clock that counts fractions of a millisecond is one minute, not two", () => {
	const emptiness = new Emptiness();
	const emptyMs = 99_999.7;
	expect(emptyMs + 60_000 - emptyMs).toBeGreaterThan(60_000);
	emptiness.take(listed("Empty"), emptyMs);
	expect(forgottenIn(emptiness.of("g"), null, 60_000, emptyMs)?.seconds).toBe(
		60,
	);
});
