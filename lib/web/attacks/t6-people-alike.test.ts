// T6: can somebody be called so that whoever reads the record takes them for somebody else?
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Stage, stage } from "../for-tests.ts";
import { collectorOf, peopleDoors } from "../for-tests-people.ts";

let here: Stage;
let collector: Awaited<ReturnType<typeof collectorOf>>;
let doors: ReturnType<typeof peopleDoors>;
let admin: string;
beforeEach(async () => {
	here = await stage({
		access: {
			...{ trustedProxies: ["10.0.0.5"], everybody: ["viewer"] },
			headers: { person: "x-user", groups: null },
		},
	});
	collector = await collectorOf(here);
	doors = peopleDoors(here);
	admin = await here.signIn();
});
afterEach(async () => {
	await collector.stop();
	await here.close();
});

const utf8 = (name: string) => Buffer.from(name).toString("latin1");
const namedByProxy = (name: string) =>
	doors.send(doors.me, {
		...{ from: "10.0.0.5", headers: { "x-user": utf8(name) } },
	});

/** Letters without a shape, letters of another alphabet in the midst of a word, and spaces that a page draws as one. */
const alike = [
	...["owner\u3164", "own\u115fer", "owner\u1160", "\uffa0owner"],
	...["\u043ewner", "owne\u0433", "\u039fwner", "mina  kim"],
];

test.each(alike)(
	"T6: nobody comes in by a proxy, is added or invited as %j",
	async (name) => {
		const answer = await namedByProxy(name);
		expect([answer.status, (await answer.json()).detail?.key]).toEqual([
			...[403, "proxy names nobody"],
		]);
		const add = { verb: "add person", person: name, roles: ["viewer"] };
		const sent = await doors.send(doors.take, { token: admin }, add);
		expect(sent.status).toBe(400);
		const link = { person: name, roles: ["viewer"], days: 1 };
		expect((await doors.send(doors.link, { token: admin }, link)).status).toBe(
			400,
		);
	},
);

test.each([
	...["김민아", "Łukasz Żak", "Анна Ivanova", "名前 太郎", "mina kim"],
	...["x @ y", "a.b+c@example.org", "O2 team"],
])("people who are called %s come in", async (name) => {
	const answer = await namedByProxy(name);
	expect((await answer.json()).person).toBe(name);
});

test("T6: nobody is called as a screen that is signed in, which could else end their sessions and stand for them in the record", async () => {
	const body = { person: "wall", roles: ["viewer"], days: 30 };
	const secret = await doors.made(admin, doors.link, body);
	const [, key = ""] = secret.split("=");
	await doors.send(doors.enter, {}, { by: "entry", key });
	for (const person of ["wall", "Wall"]) {
		const verb = "add person" as const;
		const added = await doors.did(admin, { verb, person, roles: ["viewer"] });
		expect(added.failure?.key).toBe("person name taken");
		const named = await (await namedByProxy(person)).json();
		expect(named.person).toMatch(/^wall \+[0-9a-f]{6}$/i);
	}
	expect((await doors.made(admin, doors.link, body)).length).toBeGreaterThan(9);
});
