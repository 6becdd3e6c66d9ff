// T12: does somebody who guesses get around what is counted: by addresses that are all theirs, by browsers they made known, by requests they hold back?
import { afterEach, beforeEach, expect, test } from "vitest";
import { ask, type Stage, stage } from "../for-tests.ts";
import {
	collectorOf,
	cookiesIn,
	passwordOf,
	peopleDoors,
} from "../for-tests-people.ts";

let here: Stage;
let collector: Awaited<ReturnType<typeof collectorOf>>;
let doors: ReturnType<typeof peopleDoors>;
let compared: number;
let admin: string;
beforeEach(async () => {
	here = await stage({ worked: () => void compared++ });
	collector = await collectorOf(here);
	doors = peopleDoors(here);
	admin = await here.signIn();
	await doors.joined(admin, "mina", "viewer");
	compared = 0;
});
afterEach(async () => {
	await collector.stop();
	await here.close();
});

const httpAs = async (person: string, password: string, from: string) => {
	const body = { by: "password", person, password };
	return (await doors.send(doors.enter, { from }, body)).status;
};
const countOf = (codes: readonly number[], code: number) =>
	codes.filter((it) => it === code).length;

test("one machine with as many IPv6 addresses as it likes is compared fifty times, and its neighbours come in", async () => {
	const codes: number[] = [];
	for (let n = 1; n <= 200; n++) {
		const from = `2001:db8:0:7:${n.toString(16)}::${(n * 31).toString(16)}`;
		codes.push(await httpAs(`person ${n}`, "a guess at somebody", from));
	}
	expect([countOf(codes, 401), countOf(codes, 429)]).toEqual([50, 150]);
	expect(compared).toBe(50);
	expect(await httpAs("mina", passwordOf("mina"), "2001:db8:0:8::1")).toBe(200);
});

test("keys that are guessed from as many addresses are counted together as well", async () => {
	const codes: number[] = [];
	for (let n = 1; n <= 60; n++) {
		const body = { by: "entry", key: `${n}`.padStart(43, "k") };
		const from = `2001:db8:0:7::${n.toString(16)}`;
		codes.push((await doors.send(doors.enter, { from }, body)).status);
	}
	expect([countOf(codes, 401), countOf(codes, 429)]).toEqual([50, 10]);
});

const guess = "what she may have chosen next";

test("whoever had the password once and made many browsers known guesses the next one no faster", async () => {
	const browsers: string[] = [];
	for (let n = 0; n < 5; n++) {
		const { "tidemark-browser": one = "" } = cookiesIn(
			await doors.send(
				doors.enter,
				{ from: `10.0.0.${n}` },
				{ by: "password", person: "mina", password: passwordOf("mina") },
			),
		);
		browsers.push(`tidemark-browser=${one}`);
	}
	const secret = await doors.made(admin, doors.invite, { person: "mina" });
	const [, key = ""] = secret.split("=");
	const chosen = { by: "invitation", key, password: "quite another password" };
	const answer = await doors.send(doors.enter, {}, chosen);
	const own = `tidemark-browser=${cookiesIn(answer)["tidemark-browser"]}`;
	compared = 0;
	const tryIn = (cookie: string, password: string) =>
		doors.send(
			doors.enter,
			{ headers: { cookie } },
			{ by: "password", person: "mina", password },
		);
	for (const browser of browsers)
		for (let n = 0; n < 10; n++) await tryIn(browser, `${guess} ${n}`);
	expect(compared).toBe(10);
	expect((await tryIn(own, "quite another password")).status).toBe(200);
});

test("requests that began earlier and are held back until now win nobody any tries", async () => {
	const from = "10.9.9.9";
	const right = { by: "password", person: "mina" };
	const body = JSON.stringify({ ...right, password: passwordOf("mina") });
	const held = Array.from({ length: 5 }, () => {
		const { readable, writable } = new TransformStream<Uint8Array>();
		const answer = ask(doors.enter, "/api/session", { from, body: readable });
		const send = async () => {
			const writer = writable.getWriter();
			const written = writer.write(new TextEncoder().encode(body));
			await Promise.all([written, writer.close()]);
			return (await answer).status;
		};
		return send;
	});
	here.clock.nowMs += 30_000;
	const codes: number[] = [];
	const guessSome = async (most: number) => {
		for (let n = 0; n < most; n++)
			codes.push(await httpAs(`person ${codes.length}`, guess, from));
	};
	await guessSome(49);
	for (const send of held) {
		expect([200, 429]).toContain(await send());
		await guessSome(2);
		here.clock.nowMs += 6_000;
	}
	// Fifty, and one more for each six seconds that passed.
	expect(countOf(codes, 401)).toBeLessThanOrEqual(50 + 4);
});
