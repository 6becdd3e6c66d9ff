// Is what is wrong with a stream for good said where its numbers prove it, and nowhere else?
import { expect, test } from "vitest";
import { atLeast, exactly } from "#lib/core/amount.ts";
import { unseen } from "./situations.ts";
import {
	mayNeverBeTrimmed,
	type Need,
	neverTrimmed,
	pinOf,
} from "./standing.ts";

const nowMs = Date.UTC(2026, 10, 21);
const hourMs = 3_600_000;
const ago = (hours: number) => `${nowMs - hours * hourMs}-0`;
const need = (over: Partial<Need>): Need => ({
	...{ lag: exactly(0), lost: 0, holding: 0, heldId: null, unreadId: null },
	...over,
});
const behind = (messages: number, hours: number, over: Partial<Need> = {}) =>
	need({ lag: exactly(messages), unreadId: ago(hours), ...over });
const holds = (hours: number, over: Partial<Need> = {}) =>
	need({ holding: 1, heldId: ago(hours), ...over });

test.each([
	["long, whole and read", unseen(20_000, 20_000), [need({})], true],
	["nearly read", unseen(20_000, 20_000), [need({}), behind(2000, 1)], true],
	["something was removed", unseen(20_000, 20_001), [need({})], false],
	["nobody counts what was added", unseen(20_000, null), [need({})], false],
	["short", unseen(9999, 9999), [need({})], false],
	["nobody reads it", unseen(20_000, 20_000), [], false],
	[
		"one of its groups is far behind",
		unseen(20_000, 20_000),
		[need({}), behind(2001, 1)],
		false,
	],
	[
		"one lag is not known",
		unseen(20_000, 20_000),
		[need({ lag: null })],
		false,
	],
	[
		"one lag is only a bound",
		unseen(20_000, 20_000),
		[need({ lag: atLeast(100) })],
		false,
	],
] as const)("never trimmed: %s", (_, stream, needs, may) => {
	expect(mayNeverBeTrimmed(stream, needs)).toBe(may);
});

test("it must be a day old, and its figures change seldom", () => {
	expect(neverTrimmed(20_000, ago(23), nowMs)).toBeNull();
	expect(neverTrimmed(20_000, "1-0", nowMs)).toBeNull();
	expect(neverTrimmed(1_234_567, ago(50), nowMs)).toEqual({
		code: "never trimmed",
		values: { messages: 1_200_000, forSeconds: 180_000 },
	});
});

test.each([
	["far behind beside a quick one", 5000, [behind(4000, 30), need({})], "pins"],
	[
		"far behind beside one that is a little behind",
		5000,
		[behind(10, 1), behind(4000, 30)],
		"pins",
	],
	["holds an old one", 5000, [holds(30), need({})], "pins by holding"],
	[
		"holds an old one beside one that holds a young one",
		5000,
		[holds(30), holds(1)],
		"pins by holding",
	],
	["both are behind alike", 5000, [behind(4000, 30), behind(3000, 20)], null],
	["behind, and not for long", 5000, [behind(4000, 0.9), need({})], null],
	["behind for long by few", 5000, [behind(999, 30), need({})], null],
	["a short stream", 999, [holds(30), need({})], null],
	["the only group", 5000, [behind(4000, 30)], null],
	[
		"it loses messages already",
		5000,
		[behind(4000, 30, { lost: 5 }), need({})],
		null,
	],
	[
		"what it lost is not known",
		5000,
		[behind(4000, 30, { lost: null }), need({})],
		null,
	],
	[
		"what another needs is not known",
		5000,
		[behind(4000, 30), need({ lag: null })],
		null,
	],
	[
		"what another holds was not told",
		5000,
		[behind(4000, 30), holds(1, { heldId: null })],
		null,
	],
	[
		"ids made by hand",
		5000,
		[need({ lag: exactly(4000), unreadId: "9-0" }), need({})],
		null,
	],
	[
		"a lag that is only a bound",
		5000,
		[behind(0, 30, { lag: atLeast(100) }), need({})],
		null,
	],
] as const)(
	"a group that keeps a stream from being cut: %s",
	(_, length, needs, code) => {
		const pin = pinOf(length, needs, nowMs);
		expect(pin?.note.code ?? null).toBe(code);
		if (pin) expect(pin.of.unreadId ?? pin.of.heldId).toBe(ago(30));
	},
);

test("what it keeps is what it alone has to read", () => {
	const pin = pinOf(9000, [behind(1000, 2), behind(5020, 30)], nowMs);
	expect(pin?.note.values).toEqual({
		...{ messages: 4000, forSeconds: 110_000, seconds: 7200 },
	});
});
