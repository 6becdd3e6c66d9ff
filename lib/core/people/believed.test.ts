// Is a row of the store that changes people believed only where it could have been asked?
import { expect, test } from "vitest";
import { isWish } from "../errand.ts";
import type { PeopleWish } from "./people.ts";

const hash = "0a".repeat(32);
const asked: readonly PeopleWish[] = [
	{ verb: "add person", person: "김민아", roles: ["viewer"] },
	{ verb: "set roles", person: "mina@example.org", roles: ["a", "b"] },
	{ verb: "remove person", person: "mina" },
	{ verb: "invite", person: "mina", key: hash },
	{ verb: "set password", person: "mina", laid: "a".repeat(22) },
	{ verb: "offer link", person: "wall", roles: ["viewer"], key: hash, days: 9 },
	{ verb: "add token", name: "ci", roles: ["viewer"], token: hash, days: 366 },
	{ verb: "end token", token: "abcdefgh" },
	{ verb: "end session", session: "abcdefgh" },
	{ verb: "end sessions", person: "CN=mina, O=example" },
];

test.each(asked.map((wish) => [wish.verb, wish] as const))(
	"%s is believed, and not with anything of it missing",
	(_, wish) => {
		expect(isWish(wish)).toBe(true);
		for (const key of Object.keys(wish))
			expect(isWish({ ...wish, [key]: undefined })).toBe(false);
	},
);

test.each<readonly [string, object]>([
	["no role", { ...asked[0], roles: [] }],
	["roles without end", { ...asked[0], roles: Array(51).fill("a") }],
	["a role that is none", { ...asked[0], roles: [{}] }],
	["a name of two lines", { ...asked[0], person: "mina\nowner" }],
	["a name written backwards", { ...asked[0], person: "mina\u202e" }],
	["a name of nothing", { ...asked[0], person: "" }],
	["a key in the clear", { ...asked[3], key: "k".repeat(43) }],
	["a link for ever", { ...asked[5], days: 367 }],
	["a token of no time", { ...asked[6], days: 0 }],
	["a token of half a day", { ...asked[6], days: 0.5 }],
	["a session by a condition", { ...asked[8], session: "' OR 1=1" }],
	["somebody without end", { ...asked[9], person: "a".repeat(201) }],
])("%s is not believed", (_, wish) => {
	expect(isWish(wish)).toBe(false);
});
