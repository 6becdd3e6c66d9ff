// T2: does a token do more than whoever made it may now, or let anybody in?
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Stage, stage } from "../for-tests.ts";
import { collectorOf, peopleDoors, type Sent } from "../for-tests-people.ts";

let here: Stage;
let collector: Awaited<ReturnType<typeof collectorOf>>;
let doors: ReturnType<typeof peopleDoors>;
let admin: string;
let mina: string;
beforeEach(async () => {
	here = await stage();
	collector = await collectorOf(here);
	doors = peopleDoors(here);
	admin = await here.signIn();
	mina =
		(await doors.joined(admin, "mina", "operator"))["tidemark-session"] ?? "";
});
afterEach(async () => {
	await collector.stop();
	await here.close();
});

const tokenOf = (by: string, role: string, days = 30) =>
	doors.made(by, doors.makeToken, { name: "ci", roles: [role], days });
/** As a program asks: nothing that a page of ours sends. */
const shown = (token: string): Sent => ({
	headers: { authorization: `Bearer ${token}` },
	without: ["origin", "sec-fetch-site", "x-tidemark", "cookie"],
});
const rightsOf = async (token: string) => {
	const answer = await doors.send(doors.me, shown(token));
	const { leave } = await answer.json();
	return [
		answer.status,
		leave?.rights.flatMap((it: { may: string[] }) => it.may),
	];
};

test("nobody makes one that may more than they", async () => {
	const body = { name: "ci", roles: ["admin"], days: 30 };
	const answer = await doors.send(doors.makeToken, { token: mina }, body);
	expect(await answer.json()).toMatchObject({
		detail: { key: "token beyond maker" },
	});
});

test("its maker's rights are asked each time, and with its maker it ends", async () => {
	const token = await tokenOf(mina, "operator");
	expect(await rightsOf(token)).toEqual([
		...[200, ["see", "look", "tend alerts", "act without loss"]],
	]);
	await doors.did(admin, {
		verb: "set roles",
		person: "mina",
		roles: ["viewer"],
	});
	expect(await rightsOf(token)).toEqual([200, ["see", "look"]]);
	await doors.did(admin, { verb: "remove person", person: "mina" });
	expect(await rightsOf(token)).toEqual([401, undefined]);
});

test("it ends after its days", async () => {
	const token = await tokenOf(mina, "viewer", 1);
	here.clock.nowMs += 24 * 3_600_000 - 1;
	expect((await rightsOf(token))[0]).toBe(200);
	here.clock.nowMs += 2;
	expect((await rightsOf(token))[0]).toBe(401);
});

test("an admin's lets nobody in, ends nobody and changes nobody", async () => {
	const token = await tokenOf(admin, "admin");
	const sessions = await (
		await doors.send(doors.sessions, { token: mina })
	).json();
	const tries: readonly [Parameters<typeof doors.send>[0], object][] = [
		[doors.makeToken, { name: "more", roles: ["admin"], days: 366 }],
		[doors.invite, { person: "mina" }],
		[doors.link, { person: "wall", roles: ["viewer"], days: 1 }],
		[doors.password, { password: "a new password", current: "x" }],
		[doors.leave, {}],
		[doors.take, { verb: "add person", person: "ann", roles: ["admin"] }],
		[doors.take, { verb: "set roles", person: "mina", roles: ["admin"] }],
		[doors.take, { verb: "remove person", person: "mina" }],
		[doors.take, { verb: "end session", session: sessions.sessions[0].id }],
		[doors.take, { verb: "end sessions", person: "mina" }],
	];
	for (const [route, body] of tries) {
		const answer = await doors.send(route, shown(token), body);
		expect([route.door, answer.status]).toEqual([route.door, 403]);
		expect(await answer.json()).toMatchObject({
			detail: { key: "not for tokens" },
		});
		expect(answer.headers.getSetCookie()).toEqual([]);
	}
});

test("it counts alone: beside any cookie, under a foreign host or cut short it is nothing", async () => {
	const token = await tokenOf(mina, "viewer");
	const http = async (sent: Sent) => (await doors.send(doors.me, sent)).status;
	const { headers } = shown(token) ?? {};
	expect(await http({ headers: { ...headers, cookie: "theme=dark" } })).toBe(
		401,
	);
	expect(await http({ headers: { ...headers, host: "evil.example" } })).toBe(
		403,
	);
	expect(await http(shown(token.slice(0, -1)))).toBe(401);
	expect(await http(shown(`${token}x`))).toBe(401);
	expect(await http({ headers: { cookie: `tidemark-session=${token}` } })).toBe(
		401,
	);
	expect(await http(shown(token))).toBe(200);
});

test("its last use is noted, at most once a minute", async () => {
	const token = await tokenOf(mina, "viewer");
	const usedMs = async () =>
		(await here.store.people.tokens(here.clock.nowMs))[0]?.usedMs;
	await doors.send(doors.me, shown(token));
	const firstMs = await usedMs();
	here.clock.nowMs += 59_999;
	await doors.send(doors.me, shown(token));
	expect(await usedMs()).toBe(firstMs);
	here.clock.nowMs += 1;
	await doors.send(doors.me, shown(token));
	expect(await usedMs()).toBe((firstMs ?? 0) + 60_000);
});
