// Which rows fit, and is what cannot be known left out of every comparison?
import fc from "fast-check";
import { expect, test } from "vitest";
import { workMs } from "#world/work-ms.ts";
import { atLeast, exactly } from "../amount.ts";
import type { Row } from "../board.ts";
import { parseFilter } from "./filter.ts";
import { globOf } from "./glob.ts";
import { matches } from "./matches.ts";

const row: Row = {
	id: "x",
	broker: "Main",
	system: "logs",
	kind: "topic",
	channel: "orders.eu",
	group: "Billing",
	family: null,
	verdict: "stalled",
	reason: { code: "not moving", values: {} },
	sinceMs: 0,
	lag: exactly(1_500),
	timeLagSeconds: null,
	holding: null,
	oldestHeldSeconds: null,
	deliveriesMax: 3,
	pace: { in: null, out: null },
	members: { registered: 3, live: atLeast(2), dead: 0, stuck: 0, unknown: 0 },
	marginSeconds: exactly(1_800),
	state: null,
	notes: [],
	drainedSeconds: null,
	spark: [],
	highWater: null,
	atMs: 0,
	stale: false,
	stood: null,
};

function fits(text: string, of: Row = row): boolean {
	const parsed = parseFilter(text);
	if (!("filter" in parsed)) throw new Error(`not a filter: ${text}`);
	return matches(of, parsed.filter);
}

test.each([
	["a word is found inside the channel", "ders", true],
	["a word is found inside the group, whatever the case", "BILL", true],
	["a word is found inside the broker", "main", true],
	["a word is not sought in the system", "logs", false],
	["a word may hold a star", "or*eu", true],
	["a star does not join two names", "eu*bill", false],
	["a value is the whole name", "channel:orders", false],
	["a star stands for the rest", "channel:orders*", true],
	["nothing else is special", "channel:orders?eu", false],
	["all terms must hold", "verdict:stalled broker:other", false],
	["a number is compared", "lag:>1k", true],
	["an equal number is not greater", "lag:>1500", false],
	["an equal number is at least that", "lag:>=1500", true],
	["live members are counted", "members:2", true],
	["what is unknown is not greater", "holding:>0", false],
	["what is unknown is not less", "holding:<1", false],
	["what is unknown can be asked for", "holding:unknown", true],
	["what is known is not unknown", "lag:unknown", false],
	["a negation takes the rest, the unknown too", "-holding:>0", true],
	["no family fits no pattern", "family:*", false],
	["no family is outside every pattern", "-family:*", true],
])("%s", (_, text, expected) => {
	expect(fits(text)).toBe(expected);
});

test("a term and its negation divide all rows between them", () => {
	for (const term of ["ders", "group:x", "holding:>0", "lag:unknown"])
		expect(fits(`-${term}`)).toBe(!fits(term));
});

test("a star stands for anything, and only for what is there", () => {
	const name = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
	const pattern = fc.string({
		unit: fc.constantFrom("a", "b", "*"),
		maxLength: 6,
	});
	fc.assert(
		fc.property(name, pattern, (name, pattern) => {
			const regex = new RegExp(`^${pattern.replaceAll("*", ".*")}$`);
			expect(globOf(pattern)(name)).toBe(regex.test(name));
		}),
		{ numRuns: 2_000 },
	);
});

test("one letter does not stand for two of the pattern", () => {
	expect(globOf("*a*a")("a")).toBe(false);
	expect(globOf("ab*ba")("aba")).toBe(false);
	expect(globOf("*a*a")("aa")).toBe(true);
});

test("a pattern of many stars costs no more than its length", async () => {
	const slow = globOf(`${"a*".repeat(990)}b`);
	const name = "a".repeat(60_000);
	expect(await workMs(() => slow(name))).toBeLessThan(100);
});
