// Is a password compared by what its verifier says, made stronger when more is asked for, and never by a row that asks too much?
import { expect, test } from "vitest";
import { passwordsOf, type Strength } from "./passwords.ts";

const light: Strength = { memoryKiB: 8, passes: 1, lanes: 1 };
const strong: Strength = { memoryKiB: 64, passes: 2, lanes: 1 };
const password = "the tide comes in";

test("a verifier says how it was made, differs each time, and knows its password alone", async () => {
	const { verifierOf, verify, isWeak } = passwordsOf(strong);
	const [one, two] = [await verifierOf(password), await verifierOf(password)];
	expect(one).toMatch(
		/^\$argon2id\$v=19\$m=64,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
	);
	expect(one).not.toBe(two);
	expect(await verify(password, one)).toBe(true);
	expect(await verify(`${password} `, one)).toBe(false);
	expect(await verify(password, null)).toBe(false);
	expect(isWeak(one)).toBe(false);
});

test("one that was made with less still opens, and is known to be weak", async () => {
	const weak = await passwordsOf(light).verifierOf(password);
	const now = passwordsOf(strong);
	expect(await now.verify(password, weak)).toBe(true);
	expect(now.isWeak(weak)).toBe(true);
});

test("letters that a machine writes in pieces are the same letters", async () => {
	const { verifierOf, verify } = passwordsOf(light);
	const verifier = await verifierOf("한글 비밀번호 열두 글자");
	const apart = "한글 비밀번호 열두 글자".normalize("NFD");
	expect(await verify(apart, verifier)).toBe(true);
});

test.each([
	"",
	"plain text",
	"$argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$BBBB",
	`$argon2id$v=19$m=4194304,t=2,p=1$${"A".repeat(22)}$${"B".repeat(43)}`,
	`$argon2i$v=19$m=64,t=2,p=1$${"A".repeat(22)}$${"B".repeat(43)}`,
	`$argon2id$v=19$m=64,t=0,p=1$${"A".repeat(22)}$${"B".repeat(43)}`,
])("the row %j opens nothing, and costs what nobody costs", async (row) => {
	const works: Strength[] = [];
	const { verify } = passwordsOf(light, (work) => void works.push(work));
	expect(await verify(password, row)).toBe(false);
	expect(works).toEqual([expect.objectContaining(light)]);
});

test("two are compared at once, a short line waits, and whoever is known waits in front", async () => {
	const { verify } = passwordsOf(light);
	const done: string[] = [];
	const one = (name: string, isKnown: boolean) =>
		verify(password, null, isKnown).then(
			() => void done.push(name),
			(error) => void done.push(`${name}: ${error.detail.key}`),
		);
	const unknown = Array.from({ length: 23 }, (_, n) =>
		one(`unknown ${n}`, false),
	);
	await Promise.all([...unknown, one("known", true)]);
	expect(done).toContain("unknown 22: try again soon");
	expect(done.filter((it) => it.includes(":"))).toHaveLength(1);
	// Of the two that are compared together one may be the quicker.
	expect(done.indexOf("known")).toBeLessThan(8);
});
