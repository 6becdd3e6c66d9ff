// T12: does somebody who guesses get around what is counted: by addresses that are all theirs?
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Stage, stage } from "../for-tests.ts";
import { collectorOf, passwordOf, peopleDoors } from "../for-tests-people.ts";

let here: Stage;
let collector: Awaited<ReturnType<typeof collectorOf>>;
let doors: ReturnType<typeof peopleDoors>;
let compared: number;
beforeEach(async () => {
	here = await stage({ worked: () => void compared++ });
	collector = await collectorOf(here);
	doors = peopleDoors(here);
	await doors.joined(await here.signIn(), "mina", "viewer");
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
