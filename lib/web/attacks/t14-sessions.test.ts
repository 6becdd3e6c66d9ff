// T14: is a session over when it should be, whoever holds its cookie?
import { afterEach, beforeEach, expect, test } from "vitest";
import { idleMaxMs, sessionLastsMs } from "#lib/access/sessions.ts";
import { type Stage, stage } from "../for-tests.ts";
import {
	collectorOf,
	cookiesIn,
	passwordOf,
	peopleDoors,
} from "../for-tests-people.ts";

let here: Stage;
let collector: Awaited<ReturnType<typeof collectorOf>>;
let doors: ReturnType<typeof peopleDoors>;
let admin: string;
let mina: string;
const session = "tidemark-session";
beforeEach(async () => {
	here = await stage();
	collector = await collectorOf(here);
	doors = peopleDoors(here);
	admin = await here.signIn();
	mina = (await doors.joined(admin, "mina", "operator"))[session] ?? "";
});
afterEach(async () => {
	await collector.stop();
	await here.close();
});

const httpBy = async (token: string) =>
	(await doors.send(doors.me, { token })).status;
const signIn = async (token = "") =>
	cookiesIn(
		await doors.send(
			doors.enter,
			{ token },
			{
				...{ by: "password", person: "mina", password: passwordOf("mina") },
			},
		),
	)[session] ?? "";

test("a session that was planted before somebody signs in is not theirs after", async () => {
	const own = await signIn(mina);
	expect(own).not.toBe(mina);
	expect([await httpBy(mina), await httpBy(own)]).toEqual([401, 200]);
	const made = await signIn("p".repeat(43));
	expect(await httpBy("p".repeat(43))).toBe(401);
	expect(await httpBy(made)).toBe(200);
});

test("a cookie that was stolen is worth nothing after its person signed out", async () => {
	expect(await httpBy(mina)).toBe(200);
	await doors.send(doors.leave, { token: mina });
	expect(await httpBy(mina)).toBe(401);
});

test("signing out everywhere ends every session of that person, and of nobody else", async () => {
	const second = await signIn();
	await doors.did(second, { verb: "end sessions", person: "mina" });
	expect([await httpBy(mina), await httpBy(second)]).toEqual([401, 401]);
	expect(await httpBy(admin)).toBe(200);
});

test("roles that changed hold at the next request, and of whoever is removed nothing does", async () => {
	const leave = async () => {
		const { roles } = await (
			await doors.send(doors.me, { token: mina })
		).json();
		return roles;
	};
	expect(await leave()).toEqual(["operator"]);
	await doors.did(admin, {
		verb: "set roles",
		person: "mina",
		roles: ["viewer"],
	});
	expect(await leave()).toEqual(["viewer"]);
	await doors.did(admin, { verb: "remove person", person: "mina" });
	expect(await httpBy(mina)).toBe(401);
	await doors.did(admin, {
		verb: "add person",
		person: "mina",
		roles: ["admin"],
	});
	expect(await httpBy(mina)).toBe(401);
});

test("an invitation that sets a new password ends every session that was open", async () => {
	const secret = await doors.made(admin, doors.invite, { person: "mina" });
	expect(await httpBy(mina)).toBe(200);
	const answer = await doors.send(
		doors.enter,
		{},
		{
			...{ by: "invitation", key: secret.split("=")[1] },
			password: "quite another password",
		},
	);
	expect(answer.status).toBe(200);
	expect(await httpBy(mina)).toBe(401);
	expect(await httpBy(cookiesIn(answer)[session] ?? "")).toBe(200);
});

test("twelve hours without use end it, and seven days whatever its use", async () => {
	here.clock.nowMs += idleMaxMs + 1;
	expect(await httpBy(mina)).toBe(401);
	const used = await signIn();
	const endMs = here.clock.nowMs + sessionLastsMs;
	while (here.clock.nowMs + idleMaxMs < endMs) {
		here.clock.nowMs += idleMaxMs;
		expect(await httpBy(used)).toBe(200);
	}
	here.clock.nowMs = endMs;
	expect(await httpBy(used)).toBe(401);
});

test("with passwords switched off nobody who came by one stays", async () => {
	const access = { ...here.place.access, passwords: false };
	const off = peopleDoors({ ...here, place: { ...here.place, access } });
	expect((await off.send(off.me, { token: mina })).status).toBe(401);
	const again = await off.send(
		off.enter,
		{},
		{
			...{ by: "password", person: "mina", password: passwordOf("mina") },
		},
	);
	expect(again.status).toBe(409);
});
