// Is the right one to blame when values grow old, and nobody while all is well?
import { describe, expect, test } from "vitest";
import { verdicts } from "#lib/core/verdict.ts";
import type { BoardReply } from "#lib/wire/board.ts";
import { seen } from "#lib/wire/seen.ts";
import { type Asking, lampsOf, truthOf } from "./truth.ts";

const at = Date.parse("2026-11-20T14:32:08.000Z");
const before = (ms: number) => new Date(at - ms).toISOString();

function reply(ages: Readonly<Record<string, number | null>>): BoardReply {
	const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0]));
	return {
		rev: 1,
		at: before(0),
		askAgainMs: 2_500,
		total: 0,
		// Every verdict has a count by the line above; fromEntries cannot say so.
		counts: counts as BoardReply["counts"],
		collector: {
			...{ at: before(500), freshness: "fresh", everyMs: 1_000 },
			history: "kept",
		},
		brokers: Object.entries(ages).map(([name, age]) => ({
			name,
			system: "s",
			address: "",
			everyMs: 5_000,
			heard: age === null ? null : before(age),
			freshness: "fresh",
			trouble: null,
			parts: [],
			version: null,
			subscriptions: 0,
		})),
		systems: [],
		lines: 0,
		calm: 0,
		rows: [],
		folds: {},
		opened: {},
		next: null,
	};
}

const asking = (over: Partial<Asking> = {}): Asking => ({
	seen: seen(reply({ a: 2_000 }), 1_000),
	failing: false,
	online: true,
	monotonicMs: 1_000,
	...over,
});

describe("truth", () => {
	test("nothing was seen yet, so nothing is claimed", () => {
		expect(truthOf(asking({ seen: null }))).toBeNull();
	});
	test("fresh answers are believed", () => {
		expect(truthOf(asking())?.blame).toBeNull();
	});
	test("the collector is to blame when its pulse is older than five intervals", () => {
		const it = reply({ a: 2_000 });
		const old = { ...it, collector: { ...it.collector, at: before(5_001) } };
		expect(truthOf(asking({ seen: seen(old, 1_000) }))?.blame).toBe(
			"collector",
		);
	});
	test("a collector that never wrote is not called silent since", () => {
		const it = reply({});
		const never = { ...it, collector: { ...it.collector, at: null } };
		expect(truthOf(asking({ seen: seen(never, 1_000) }))?.blame).toBe("never");
	});
	test("one failed question is not yet an outage", () => {
		const it = asking({ failing: true, monotonicMs: 5_900 });
		expect(truthOf(it)?.blame).toBeNull();
	});
	test("the server is to blame when it has not answered for two intervals", () => {
		const it = asking({ failing: true, monotonicMs: 6_100 });
		expect(truthOf(it)?.blame).toBe("server");
	});
	test("a browser without a network blames nobody else", () => {
		expect(truthOf(asking({ online: false, failing: true }))?.blame).toBe(
			"offline",
		);
	});
	test("a tab that was hidden for an hour accuses nobody before it asked", () => {
		const it = asking({ monotonicMs: 3_601_000 });
		expect(truthOf(it)?.blame).toBeNull();
		expect(lampsOf(it)[0]?.freshness).toBe("fresh");
		expect(lampsOf(it)[0]?.ageSeconds).toBe(3_602);
	});
});

describe("lamps", () => {
	test("silent stand first, late next, the rest by name", () => {
		const ages = { c: 1_000, b: 12_000, a: 2_000, d: 26_000, e: null };
		const lamps = lampsOf(asking({ seen: seen(reply(ages), 1_000) }));
		expect(lamps.map(({ name, freshness }) => `${name} ${freshness}`)).toEqual([
			"d silent",
			"e silent",
			"b late",
			"a fresh",
			"c fresh",
		]);
	});
	test("ages go on while no answer comes", () => {
		const it = asking({ monotonicMs: 4_000, failing: true });
		expect(lampsOf(it)[0]?.ageSeconds).toBe(5);
	});
});
