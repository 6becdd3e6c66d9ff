// Is the right one to blame when values grow old, and nobody while all is well?
import { describe, expect, test } from "vitest";
import { seen } from "#lib/wire/seen.ts";
import { before, replyOf } from "./for-tests.ts";
import { type Asking, lampsOf, truthOf } from "./truth.ts";

const asking = (over: Partial<Asking> = {}): Asking => ({
	seen: seen(replyOf({ a: 2_000 }), 1_000),
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
		const it = replyOf({ a: 2_000 });
		const old = { ...it, collector: { ...it.collector, at: before(5_001) } };
		expect(truthOf(asking({ seen: seen(old, 1_000) }))?.blame).toBe(
			"collector",
		);
	});
	test("a collector that never wrote is not called silent since", () => {
		const it = replyOf({});
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
		const lamps = lampsOf(asking({ seen: seen(replyOf(ages), 1_000) }));
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
