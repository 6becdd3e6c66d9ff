// Does a flag take a password only by the name of a variable, since every user of the machine can read flags?
import { describe, expect, test } from "vitest";
import { load, mistakesOf } from "./for-tests.ts";

const refused = `--broker: brokers.a.address: every user of this machine can read a password in a flag; write \${NAME} in its place, in single quotes, and set that variable`;

const env = { PASS: "canary", SCHEME: "tide://", URL: "tide://me:canary@h" };
const flag = (address: string) => ({ argv: ["--broker", `a=${address}`], env });

describe("a literal password in a flag", () => {
	test.each([
		["behind a user", "tide://me:canary@h"],
		["alone", "tide://:canary@h"],
		["behind a user that is a variable", `tide://\${PASS}:canary@h`],
		["around a variable", `tide://me:can\${PASS}ary@h`],
		["written as a variable that is none", `tide://me:$\${PASS}@h`],
		["behind a scheme that is a variable", `\${SCHEME}me:canary@h`],
	])("%s is a mistake", (_, address) => {
		expect(mistakesOf(flag(address))).toEqual([refused]);
		expect(mistakesOf({ argv: [`--broker=a=${address}`], env })).toEqual([
			refused,
		]);
	});

	test.each(["tide://me:can@ary@h", "tide://me:1/canary@h"])(
		"is a mistake though it ends too early: %s",
		(address) => {
			const said = mistakesOf(flag(address));
			expect(said).toContain(refused);
			expect(said.join()).not.toContain("canary");
		},
	);

	test("is told beside every other mistake of its address", () => {
		const said = mistakesOf(flag("tide://me:canary@h?odd=1"));
		expect(said).toHaveLength(2);
		expect(said.join()).not.toContain("canary");
	});
});

describe("a flag is taken", () => {
	test.each([
		["with a password that is a variable", `tide://me:\${PASS}@h`, "canary"],
		["with a password alone that is one", `tide://:\${PASS}@h`, "canary"],
		["that is a variable as a whole", `\${URL}`, "canary"],
		["with a user alone", "tide://me@h", undefined],
		["with a user and no password", "tide://me:@h", undefined],
		["with ports and no user", "tide://h:1,i:2/0", undefined],
	])("%s", (_, address, password) => {
		const brokers = load(flag(address)).configuration?.brokers;
		expect(brokers).toHaveLength(1);
		expect(brokers?.[0]?.address.password?.reveal()).toBe(password);
	});
});
