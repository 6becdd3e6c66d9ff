// Is nothing left of a right that whoever gave it does not have, and everything of one they have?
import { expect, test } from "vitest";
import { actions } from "../clean-up/clean-up.ts";
import { may, mayAt, mayCleanUpAt } from "./rights.ts";
import { areCovered, rightsWithin } from "./rights-within.ts";
import { acts, type Right, type Rights, usualRoles } from "./role.ts";
import type { Spot, Where } from "./scope.ts";

const where = (given: Partial<Where>): Where => ({
	...{ brokers: ["*"], channels: ["*"], groups: ["*"] },
	...given,
});
const grant = (right: Right, given: Partial<Where> | null): Rights => [
	{ may: [right], where: given && [where(given)] },
];
const pay = { groups: ["pay-*"] };

test.each<readonly [string, Rights, Rights, boolean]>([
	["the same", grant("see", pay), grant("see", pay), true],
	[
		"a name of a pattern",
		grant("see", { groups: ["pay-eu"] }),
		grant("see", pay),
		true,
	],
	[
		"a name beside it",
		grant("see", { groups: ["shop"] }),
		grant("see", pay),
		false,
	],
	[
		"a wider pattern",
		grant("see", { groups: ["p*"] }),
		grant("see", pay),
		false,
	],
	["everywhere of somewhere", grant("see", null), grant("see", pay), false],
	["somewhere of everywhere", grant("see", pay), grant("see", null), true],
	["another right", grant("act", pay), grant("see", null), false],
	["nothing of something", [], grant("see", null), true],
	["something of nothing", grant("see", null), [], false],
	[
		"one clean-up by name of an admin",
		grant("reset", null),
		usualRoles.admin,
		true,
	],
	[
		"one clean-up by name of an operator",
		grant("reset", null),
		usualRoles.operator,
		false,
	],
	["an operator of an admin", usualRoles.operator, usualRoles.admin, true],
	["an admin of an operator", usualRoles.admin, usualRoles.operator, false],
])("%s: covered is %#", (_what, rights, bounds, expected) => {
	expect(areCovered(rights, bounds)).toBe(expected);
});

test("an admin's token does what a viewer does once its maker is one", () => {
	const left = rightsWithin(usualRoles.admin, usualRoles.viewer);
	expect(acts.filter((act) => may(left, act))).toEqual(["see", "look"]);
});

test("what holds everywhere holds where its bounds do", () => {
	const left = rightsWithin(grant("see", null), grant("see", pay));
	const at = (group: string): Spot => ({ broker: "a", channel: "b", group });
	expect(mayAt(left, "see", at("pay-eu"))).toBe(true);
	expect(mayAt(left, "see", at("shop"))).toBe(false);
});

/** Printed with a failure, so that the same can be tried again. */
const seeds = Array.from({ length: 300 }, (_, n) => n + 1);

test("of random rights nothing is left that both do not have", () => {
	for (const seed of seeds) {
		const random = randomOf(seed);
		const [some, others] = [rightsFrom(random), rightsFrom(random)];
		const left = rightsWithin(some, others);
		for (const spot of spots)
			for (const right of rights) {
				const both = mayAt(some, right, spot) && mayAt(others, right, spot);
				if (mayAt(left, right, spot))
					expect([seed, both]).toEqual([seed, true]);
			}
		for (const spot of spots)
			for (const action of actions)
				if (mayCleanUpAt(left, action, "administer", spot))
					expect([
						seed,
						mayCleanUpAt(others, action, "administer", spot),
					]).toEqual([seed, true]);
		if (areCovered(some, others))
			for (const spot of spots)
				for (const right of rights)
					if (mayAt(some, right, spot))
						expect([seed, mayAt(left, right, spot)]).toEqual([seed, true]);
	}
});

const rights: readonly Right[] = ["see", "look", "act"];
const names = ["a", "ab", "b", "bc"];
const spots = names.flatMap((broker) =>
	names.map((group) => ({ broker, channel: "c", group })),
);

function randomOf(seed: number): (below: number) => number {
	let state = seed * 2_654_435_761;
	return (below) => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return Math.floor((state / 4_294_967_296) * below);
	};
}

function rightsFrom(random: (below: number) => number): Rights {
	const patterns = ["*", "a*", "a", "b*", "ab"];
	const some = () => [patterns[random(patterns.length)] ?? ""];
	return Array.from({ length: 1 + random(2) }, () => ({
		may: rights.filter(() => random(2) === 0),
		where:
			random(4) === 0 ? null : [where({ brokers: some(), groups: some() })],
	}));
}
