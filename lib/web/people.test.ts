// Is somebody added, invited, given a token and removed over the API, with the collector doing it and the record telling it?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashOf } from "#lib/access/sessions.ts";
import {
	peopleReply,
	sessionsReply,
	signInReply,
	tokensReply,
} from "#lib/wire/people.ts";
import { answerSignIn } from "./come-in.ts";
import { ask, type Stage, stage } from "./for-tests.ts";
import {
	collectorOf,
	cookiesIn,
	passwordOf,
	peopleDoors,
} from "./for-tests-people.ts";
import { guarded } from "./guard.ts";

let here: Stage;
let collector: Awaited<ReturnType<typeof collectorOf>>;
let doors: ReturnType<typeof peopleDoors>;
let admin: string;
beforeEach(async () => {
	here = await stage();
	collector = await collectorOf(here);
	doors = peopleDoors(here);
	admin = await here.signIn();
});
afterEach(async () => {
	await collector.stop();
	await here.close();
});

type Wish = Parameters<typeof doors.did>[1];

const linesOf = async () =>
	(await here.store.record.lines(0, 99)).map(
		({ event, by, told }) => [event, by, told] as const,
	);
const meBy = (token: string) => doors.send(doors.me, { token });
const signIn = (person: string, password: string) =>
	doors.send(doors.enter, {}, { by: "password", person, password });
const session = "tidemark-session";

test("an admin adds somebody, who sets a password by the link, is signed in, and signs in again", async () => {
	const cookies = await doors.joined(admin, "mina", "viewer");
	expect(await (await meBy(cookies[session] ?? "")).json()).toMatchObject({
		...{ person: "mina", way: "password", roles: ["viewer"] },
	});
	const again = await signIn("mina", passwordOf("mina"));
	expect(again.status).toBe(200);
	expect(cookiesIn(again)[session]).not.toBe(cookies[session]);
	const { people, roles } = peopleReply.parse(
		await (await doors.send(doors.people, { token: admin })).json(),
	);
	expect(people).toMatchObject([
		{ name: "mina", roles: ["viewer"], hasPassword: true, madeBy: "owner" },
	]);
	expect(roles.map(({ name }) => name)).toEqual([
		...["viewer", "operator", "admin"],
	]);
	expect(await linesOf()).toEqual([
		["person added", "owner", { person: "mina", roles: ["viewer"] }],
		["invited", "owner", { person: "mina" }],
		["password set", "mina", { person: "mina" }],
	]);
});

test("an invitation works once, and not before somebody thought of a password", async () => {
	await doors.did(admin, {
		verb: "add person",
		person: "mina",
		roles: ["viewer"],
	});
	const secret = await doors.made(admin, doors.invite, { person: "mina" });
	const accept = (password: string) =>
		doors.send(
			doors.enter,
			{},
			{
				...{ by: "invitation", key: secret.split("=")[1], password },
			},
		);
	const short = await accept("short");
	expect(await short.json()).toMatchObject({
		detail: { key: "password short" },
	});
	const name = await accept("minaminamina");
	expect(await name.json()).toMatchObject({
		detail: { key: "password is name" },
	});
	expect((await accept(passwordOf("mina"))).status).toBe(200);
	expect((await accept("another password")).status).toBe(401);
	expect((await signIn("mina", passwordOf("mina"))).status).toBe(200);
});

test("while no collector lives an invitation is not spent", async () => {
	await doors.did(admin, {
		verb: "add person",
		person: "mina",
		roles: ["viewer"],
	});
	const secret = await doors.made(admin, doors.invite, { person: "mina" });
	const key = secret.split("=")[1] ?? "";
	await here.store.pulse.beat({
		...{ atMs: here.clock.nowMs - 60_000, startedMs: 1, everyMs: 1_000 },
		history: "kept",
	});
	const body = { by: "invitation", key, password: passwordOf("mina") };
	const answer = await doors.send(doors.enter, {}, body);
	expect(answer.status).toBe(503);
	const offered = await here.store.sessions.offered(
		hashOf(key),
		here.clock.nowMs,
	);
	expect(offered).not.toBeNull();
});

test("whoever knows their password sets another one, and every other session ends", async () => {
	const first = (await doors.joined(admin, "mina", "viewer"))[session] ?? "";
	const token =
		cookiesIn(await signIn("mina", passwordOf("mina")))[session] ?? "";
	const set = (body: object, name = "mina") =>
		ask(doors.password, `/api/people/${name}/password`, {
			...{ token, params: { name }, body: JSON.stringify(body) },
		});
	const password = "quite another password";
	const wrong = await set({ password, current: "not this one" });
	expect(await wrong.json()).toMatchObject({
		detail: { key: "password wrong" },
	});
	const current = passwordOf("mina");
	expect((await set({ password, current }, "ann")).status).toBe(403);
	const { id } = await (await set({ password, current })).json();
	expect(await doors.ended(token, id)).toMatchObject({ state: "answered" });
	expect((await meBy(token)).status).toBe(200);
	expect((await meBy(first)).status).toBe(401);
	expect((await signIn("mina", current)).status).toBe(401);
	expect((await signIn("mina", password)).status).toBe(200);
});

test("a link for a wall signs a screen in as what it is called, and is ended like any session", async () => {
	const body = { person: "wall", roles: ["viewer"], days: 90 };
	const secret = await doors.made(admin, doors.link, body);
	const [by, key] = secret.split("=");
	expect(by).toBe("key");
	const came = await doors.send(doors.enter, {}, { by: "entry", key });
	const token = cookiesIn(came)[session] ?? "";
	here.clock.nowMs += 80 * 24 * 3_600_000;
	expect(await (await meBy(token)).json()).toMatchObject({
		...{ person: "wall", way: "link", roles: ["viewer"], tendsPeople: false },
	});
	here.clock.nowMs -= 80 * 24 * 3_600_000;
	const { sessions } = sessionsReply.parse(
		await (await doors.send(doors.sessions, { token: admin })).json(),
	);
	const its = sessions.find(({ person }) => person === "wall");
	await doors.did(admin, { verb: "end session", session: its?.id ?? "" });
	expect((await meBy(token)).status).toBe(401);
});

test("one's own sessions are shown to everybody, those of others to who tends people", async () => {
	const token = (await doors.joined(admin, "mina", "viewer"))[session] ?? "";
	const shownTo = async (token: string) => {
		const answer = await doors.send(doors.sessions, { token });
		const { sessions } = sessionsReply.parse(await answer.json());
		return sessions.map(({ person, isThis }) => `${person} ${isThis}`).sort();
	};
	expect(await shownTo(token)).toEqual(["mina true"]);
	expect(await shownTo(admin)).toEqual(["mina false", "owner true"]);
	expect((await doors.send(doors.people, { token })).status).toBe(403);
});

describe("who may change what", () => {
	const added = {
		...{ verb: "add person" as const, person: "ann" },
		roles: ["viewer"],
	};

	test("a viewer changes nobody, and is not told whose session or token is there", async () => {
		const token = (await doors.joined(admin, "mina", "viewer"))[session] ?? "";
		const { sessions } = await (
			await doors.send(doors.sessions, { token: admin })
		).json();
		const owners = sessions.find(
			(it: { person: string }) => it.person === "owner",
		);
		const refused: [Wish, number][] = [
			[added, 403],
			[{ verb: "set roles", person: "mina", roles: ["admin"] }, 403],
			[{ verb: "remove person", person: "mina" }, 403],
			[{ verb: "end sessions", person: "owner" }, 403],
			[{ verb: "end session", session: owners.id }, 409],
			[{ verb: "end session", session: "never-was" }, 409],
			[{ verb: "end token", token: "never-was" }, 409],
		];
		for (const [wish, http] of refused)
			expect((await doors.did(token, wish)).state).toBe(http);
		expect(
			(await doors.did(token, { verb: "end sessions", person: "mina" })).state,
		).toBe("answered");
		expect((await meBy(token)).status).toBe(401);
	});

	test("names are nobody else's, roles are known, and somebody is left who lets people in", async () => {
		const token = (await doors.joined(admin, "mina", "admin"))[session] ?? "";
		const refused: [Wish, string][] = [
			[{ ...added, person: "owner" }, "person name reserved"],
			[{ ...added, person: "Visitor" }, "person name reserved"],
			[{ ...added, person: "MINA" }, "person name taken"],
			[{ ...added, roles: ["emperor"] }, "role unknown"],
			[{ ...added, roles: ["visitor"] }, "role unknown"],
			[{ verb: "remove person", person: "nobody" }, "person gone"],
			[{ verb: "remove person", person: "mina" }, "last admin"],
			[{ verb: "set roles", person: "mina", roles: ["viewer"] }, "last admin"],
		];
		for (const [wish, key] of refused)
			expect((await doors.did(token, wish)).failure).toMatchObject({ key });
		await doors.joined(token, "ann", "admin");
		const left = await doors.did(token, {
			verb: "set roles",
			person: "mina",
			roles: ["viewer"],
		});
		expect(left.state).toBe("answered");
		expect(await (await meBy(token)).json()).toMatchObject({
			roles: ["viewer"],
		});
		const done = await doors.did(admin, {
			verb: "remove person",
			person: "ann",
		});
		expect(done.state).toBe("answered");
	});
});

test("the way in offers a password once somebody has one", async () => {
	const offered = async () =>
		signInReply.parse(
			await (
				await ask(
					guarded("GET /api/sign-in", answerSignIn, () => here.place),
					"/api/sign-in",
				)
			).json(),
		);
	expect(await offered()).toEqual({
		password: false,
		provider: null,
		demo: false,
		trouble: null,
	});
	await doors.joined(admin, "mina", "viewer");
	expect((await offered()).password).toBe(true);
});

test("a token is shown once, listed for its maker, and ended", async () => {
	const token = (await doors.joined(admin, "mina", "operator"))[session] ?? "";
	const body = { name: "ci", roles: ["viewer"], days: 30 };
	const secret = await doors.made(token, doors.makeToken, body);
	expect(secret).toMatch(/^tm_[\w-]{43}$/);
	const listed = async (by: string) =>
		tokensReply.parse(
			await (await doors.send(doors.tokens, { token: by })).json(),
		).tokens;
	const [its] = await listed(token);
	expect(its).toMatchObject({ name: "ci", person: "mina", used: null });
	expect(await listed(admin)).toHaveLength(1);
	const program = { headers: { authorization: `Bearer ${secret}` } };
	expect((await doors.send(doors.me, program)).status).toBe(200);
	await doors.did(token, { verb: "end token", token: its?.id ?? "" });
	expect((await doors.send(doors.me, program)).status).toBe(401);
	expect(JSON.stringify(await linesOf())).not.toContain(secret.slice(3));
});
