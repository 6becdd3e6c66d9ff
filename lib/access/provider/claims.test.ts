// T15: whom do claims name? Nobody by a mail address that was never verified, and no group but by its exact name.
import { expect, test } from "vitest";
import { claimedBy, groupsIn, lacks } from "./claims.ts";

const usual = { nameClaim: "preferred_username", groupsClaim: "groups" };
const ann = { sub: "1", preferred_username: "ann", groups: ["sre"] };

test("the subject says who it is, the name what they are called", () => {
	expect(claimedBy(ann, usual)).toEqual({
		...{ subject: "1", name: "ann", groups: ["sre"] },
	});
});

test.each([
	["not verified", { email: "a@b.example", email_verified: false }],
	["about which nothing is said", { email: "a@b.example" }],
	["verified in words only", { email: "a@b.example", email_verified: "true" }],
])("a mail address %s is no name and no group", (_what, mail) => {
	const claims = { ...ann, ...mail };
	const asName = { ...usual, nameClaim: "email" };
	const asGroup = { ...usual, groupsClaim: "email" };
	const refusal = expect.objectContaining({
		detail: expect.objectContaining({ key: "mail not verified" }),
	});
	expect(() => claimedBy(claims, asName)).toThrow(refusal);
	expect(() => claimedBy(claims, asGroup)).toThrow(refusal);
	const copied = { ...claims, preferred_username: "A@B.example" };
	expect(() => claimedBy(copied, usual)).toThrow(refusal);
	const listed = { ...claims, groups: ["sre", "a@b.example"] };
	expect(() => claimedBy(listed, usual)).toThrow(refusal);
});

test("a mail address that is verified may be both", () => {
	const claims = { ...ann, email: "a@b.example", email_verified: true };
	const both = { nameClaim: "email", groupsClaim: "email" };
	expect(claimedBy(claims, both)).toMatchObject({
		...{ name: "a@b.example", groups: ["a@b.example"] },
	});
});

test.each([
	["none", undefined],
	["an empty one", ""],
	["a list", ["ann"]],
	["a number", 7],
	["one with a line break", "ann\nbob"],
	["one written backwards", "\u202Enna"],
	["one without width", "an\u200Bn"],
	["a script", "<script>alert(1)</script>"],
	["one too long", "a".repeat(65)],
])("%s is no name", (_what, preferred_username) => {
	expect(() => claimedBy({ ...ann, preferred_username }, usual)).toThrow(
		expect.objectContaining({
			detail: {
				key: "provider names nobody",
				values: { claim: usual.nameClaim },
			},
		}),
	);
});

test("what every object has is no claim", () => {
	const odd = { nameClaim: "constructor", groupsClaim: "__proto__" };
	expect(lacks(ann, odd)).toBe(true);
	expect(() => claimedBy(ann, odd)).toThrow("provider names nobody");
	expect(claimedBy(ann, { ...usual, groupsClaim: "toString" }).groups).toEqual(
		[],
	);
});

test.each([
	["a list", ["a", "b", "a"], ["a", "b"]],
	["one alone", "a", ["a"]],
	["none", undefined, []],
	["things that are no names", [1, null, {}, ["a"], "", "b"], ["b"]],
	["an object", { a: true }, []],
	["one too long", ["x".repeat(257)], []],
])("groups as %s", (_what, value, groups) => {
	expect(groupsIn(value)).toEqual(groups);
});

test("however many groups come, no more than so many are kept", () => {
	const many = Array.from({ length: 10_000 }, (_, n) => `g${n}`);
	expect(groupsIn(many)).toHaveLength(500);
});
