// T12: does somebody who guesses get anywhere, and does anybody else pay for it?
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Strength } from "#lib/access/passwords.ts";
import { openStore } from "#lib/store/open.ts";
import { lightStrength, type Stage, stage } from "../for-tests.ts";
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
/** What each comparison cost: time on a busy machine says nothing. */
let works: Strength[];
let known: string;

beforeEach(async () => {
	works = [];
	here = await stage({ worked: (strength) => void works.push(strength) });
	collector = await collectorOf(here);
	doors = peopleDoors(here);
	admin = await here.signIn();
	const cookies = await doors.joined(admin, "mina", "viewer");
	known = `tidemark-browser=${cookies["tidemark-browser"]}`;
	works = [];
});
afterEach(async () => {
	await collector.stop();
	await here.close();
});

type From = { readonly from?: string; readonly cookie?: string };
const tryAs = (
	person: string,
	password: string,
	{ from = "192.0.2.1", cookie }: From = {},
) =>
	doors.send(
		doors.enter,
		{ from, ...(cookie && { headers: { cookie } }) },
		{ by: "password", person, password },
	);
const addressOf = (n: number) => `10.0.${Math.floor(n / 250)}.${n % 250}`;
const right = passwordOf("mina");

test("a thousand addresses that guess one password are compared ten times, and whoever is known there comes in", async () => {
	const codes = new Map<number, number>();
	for (let n = 0; n < 1_000; n++) {
		const { status } = await tryAs("mina", `guess number ${n}`, {
			from: addressOf(n),
		});
		codes.set(status, (codes.get(status) ?? 0) + 1);
	}
	expect(Object.fromEntries(codes)).toEqual({ 401: 10, 429: 990 });
	expect(works).toHaveLength(10);
	const told = await tryAs("mina", right, { from: "198.51.100.7" });
	expect(Number(told.headers.get("retry-after"))).toBeGreaterThan(0);
	expect(await told.json()).toMatchObject({
		...{ code: "too many", detail: { key: "too many tries" } },
	});
	const own = await tryAs("mina", right, { cookie: known });
	expect(own.status).toBe(200);
	here.clock.nowMs += 60_000;
	expect((await tryAs("mina", right)).status).toBe(200);
});

test("one address that guesses at a thousand people is compared fifty times, and others come in", async () => {
	const codes = new Map<number, number>();
	for (let n = 0; n < 1_000; n++) {
		const { status } = await tryAs(`person ${n}`, "a guess at somebody");
		codes.set(status, (codes.get(status) ?? 0) + 1);
	}
	expect(Object.fromEntries(codes)).toEqual({ 401: 50, 429: 950 });
	expect(works).toHaveLength(50);
	expect((await tryAs("mina", right, { from: "198.51.100.7" })).status).toBe(
		200,
	);
	expect((await tryAs("mina", right, { cookie: known })).status).toBe(200);
});

test("who is not there, who has no password and who mistyped are told the same, after the same work", async () => {
	await doors.did(admin, {
		verb: "add person",
		person: "ann",
		roles: ["viewer"],
	});
	const told = [];
	for (const person of [
		"mina",
		"ann",
		"nobody",
		"' OR 1=1 --",
		"x".repeat(200),
	]) {
		const answer = await tryAs(person, "not the password");
		told.push([
			answer.status,
			await answer.text(),
			answer.headers.getSetCookie(),
		]);
	}
	expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
	expect(works).toEqual(Array(5).fill(lightStrength));
});

test("a restart forgives nothing", async () => {
	for (let n = 0; n < 10; n++) await tryAs("mina", `guess number ${n}`);
	const again = await openStore(here.folder);
	const restarted = peopleDoors({
		...here,
		place: { ...here.place, store: async () => again },
	});
	const answer = await restarted.send(
		restarted.enter,
		{ from: "198.51.100.7" },
		{ by: "password", person: "mina", password: right },
	);
	await again.close();
	expect(answer.status).toBe(429);
});

test("a browser that is known for one person is unknown for another, and its own tries are counted too", async () => {
	await doors.joined(admin, "ann", "viewer");
	for (let n = 0; n < 10; n++) await tryAs("ann", `guess number ${n}`);
	const other = await tryAs("ann", passwordOf("ann"), { cookie: known });
	expect(other.status).toBe(429);
	const codes = [];
	for (let n = 0; n < 12; n++)
		codes.push(
			(await tryAs("mina", `guess number ${n}`, { cookie: known })).status,
		);
	expect(codes).toEqual([...Array(10).fill(401), 429, 429]);
});

test("a known browser that somebody planted is worth nothing once its person signs in there", async () => {
	const answer = await tryAs("mina", right, { cookie: known });
	expect(cookiesIn(answer)["tidemark-browser"]).not.toBe(known.split("=")[1]);
	for (let n = 0; n < 10; n++)
		await tryAs("mina", `guess number ${n}`, { from: addressOf(n) });
	expect((await tryAs("mina", right, { cookie: known })).status).toBe(429);
});

test("keys that are wrong are counted, and one that is right comes in however many were", async () => {
	const enter = (key: string) =>
		doors.send(doors.enter, {}, { by: "entry", key });
	const codes = new Set<number>();
	for (let n = 0; n < 60; n++)
		codes.add((await enter(`${n}`.padStart(43, "k"))).status);
	expect([...codes]).toEqual([401, 429]);
	const body = { person: "wall", roles: ["viewer"], days: 1 };
	const secret = await doors.made(admin, doors.link, body);
	expect((await enter(secret.split("=")[1] ?? "")).status).toBe(200);
});

test("many who sign in at once wait in a short line, and those who find it full are told so and lose no try", async () => {
	const answers = await Promise.all(
		Array.from({ length: 40 }, (_, n) =>
			tryAs(`person ${n}`, "a guess", { from: addressOf(n) }),
		),
	);
	const codes = answers.map(({ status }) => status).sort();
	expect(new Set(codes)).toEqual(new Set([401, 429]));
	expect(works.length).toBe(codes.filter((code) => code === 401).length);
	expect(works.length).toBeLessThan(40);
});
