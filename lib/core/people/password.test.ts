// Is a password taken that is long enough, and none that is tried first?
import { expect, test } from "vitest";
import { passwordFaultOf, passwordForm } from "./password.ts";

const faultOf = (text: string, person = "mina") =>
	passwordFaultOf(text, person)?.key ?? null;

test.each([
	["eleven characters", "eleven char", "password short"],
	["twelve characters", "twelve chars", null],
	["twelve of any script", "물결이차오르는저녁에우리", null],
	["twelve that take two places each", `${"🌊".repeat(6)}🦀🐚🐟🐙🦑🐠`, null],
	[
		"eleven that take two places each",
		"🌊🦀🐚🐟🐙🦑🐠🐡🦈🐬🐳",
		"password short",
	],
	["two hundred", "ab-cd.efgh".repeat(20), null],
	["one more", `${"ab-cd.efgh".repeat(20)}x`, "password long"],
	["the own name twice and once more", "MinaMinaMina", "password is name"],
	["the own name and a number", "minaminamina12", "password is name"],
	["the own name within a sentence", "mina walks the dog", null],
	["one that leaked a million times", "passwordpassword", "password common"],
	["the same with another ending", "PasswordPassword2026!", "password common"],
	["one key, held", "kkkkkkkkkkkkkkk", "password common"],
	["the same three, again and again", "abcabcabcabc", "password common"],
	["counting", "123456789012", "password common"],
	["counting back", "zyxwvutsrqponm", "password common"],
	["spaces within it", "the tide comes in", null],
])("%s", (_what, password, expected) => {
	expect(faultOf(password)).toBe(expected);
});

test("the same letters are the same password, however a machine writes them", () => {
	const [composed, apart] = ["ébène à l'été", "ébène à l'été".normalize("NFD")];
	expect(apart).not.toBe(composed);
	expect(passwordForm(apart)).toBe(passwordForm(composed));
	expect(passwordForm("ﬁre")).not.toBe(passwordForm("fire"));
});

test("a name of no letters keeps nobody from any password", () => {
	expect(faultOf("twelve chars", "")).toBeNull();
});
