// Are two letters enough to know oneself by?
import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test.each([
	["mina", "MI"],
	["mina kim", "MK"],
	["mina.kim@example.org", "MK"],
	["김미나", "김미"],
	["o", "O"],
	["𝕏eno", "𝕏E"],
	["", ""],
])("%s is %s", (person, initials) => {
	expect(initialsOf(person)).toBe(initials);
});
