// When is a stream asked how long it lives, and what follows from the answer?
import { expect, test } from "vitest";
import { about } from "#lib/core/amount.ts";
import {
	expires,
	type Lifetime,
	leftToLive,
	lifetimeQuestion,
	sooner,
} from "./lifetime.ts";
import { newMemory } from "./memory.ts";

const never = Number.POSITIVE_INFINITY;
const asked = (askedMs: number, endsMs: number | null): Lifetime => ({
	...{ askedMs, endsMs },
});

test.each([
	["never asked before", null, 1000, never, true],
	[
		"asked a moment ago, and stays for ever",
		asked(0, null),
		1000,
		never,
		false,
	],
	["asked a minute ago", asked(0, null), 60_000, never, true],
	["it runs out, and may be renewed", asked(0, 9000), 1000, never, true],
	[
		"it runs out, and nothing was written since",
		asked(5, 9000),
		1000,
		5,
		false,
	],
	["nothing was written for an hour", asked(5, null), 3_600_000, 5, false],
	["something was written since", asked(5, null), 70_000, 6, true],
	["a clock that was set back", asked(90_000, null), 10, never, true],
	["a clock set back behind the rest", asked(90_000, 99_000), 10, 5, true],
] as const)("%s", (_, lifetime, nowMs, stillSinceMs, isAsked) => {
	const memory = { ...newMemory("orders"), lifetime };
	const question = lifetimeQuestion(memory, { nowMs, stillSinceMs });
	expect(question !== null).toBe(isAsked);
});

test.each([
	["it runs out", 5000, 15_000],
	["it has none", -1, null],
	["it makes no sense", "soon", null],
])("%s", (_, reply, endsMs) => {
	const memory = newMemory("orders");
	const moment = { nowMs: 10_000, stillSinceMs: never };
	lifetimeQuestion(memory, moment)?.hear({ error: null, reply });
	expect(memory.lifetime).toEqual({ askedMs: 10_000, endsMs });
});

test("a stream that has just gone is remembered as it was", () => {
	const memory = { ...newMemory("orders"), lifetime: asked(0, 9000) };
	const moment = { nowMs: 10_000, stillSinceMs: never };
	lifetimeQuestion(memory, moment)?.hear({ error: null, reply: -2 });
	expect(memory.lifetime).toEqual(asked(0, 9000));
});

test("who may not ask knows as much as before", () => {
	const memory = newMemory("orders");
	const moment = { nowMs: 10_000, stillSinceMs: never };
	const error = new Error("NOPERM");
	lifetimeQuestion(memory, moment)?.hear({ error, reply: null });
	expect(memory.lifetime).toBeNull();
});

test("what is left goes by, and is never less than nothing", () => {
	expect(leftToLive(asked(0, 9000), 2000)).toEqual(about(7000));
	expect(leftToLive(asked(0, 9000), 9500)).toEqual(about(0));
	expect(leftToLive(asked(0, null), 0)).toBeNull();
	expect(leftToLive(null, 0)).toBeNull();
});

test("of two ends the first counts", () => {
	expect(sooner(about(5), about(7))).toEqual(about(5));
	expect(sooner(about(9), about(7))).toEqual(about(7));
	expect(sooner(null, about(7))).toEqual(about(7));
	expect(sooner(about(5), null)).toEqual(about(5));
	expect(sooner(null, null)).toBeNull();
});

test("the note stays the same for a while", () => {
	expect(expires(about(3_612_345)).values).toEqual({ seconds: 3600 });
	expect(expires(about(3_590_000)).values).toEqual({ seconds: 3600 });
});
