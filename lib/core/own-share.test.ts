// Is our share of a server's time that of the last minute, and unknown where it is?
import { expect, test } from "vitest";
import { lastMinute, type OwnShare, together } from "./own-share.ts";

const after = (ticks: readonly (OwnShare | null)[]) =>
	together(ticks.reduce<readonly OwnShare[]>(lastMinute, []));
const tick = (busyMs: number, overMs = 5_000): OwnShare => ({ busyMs, overMs });

test("nothing told is nothing known", () => {
	expect(after([])).toBeNull();
	expect(after([null])).toBeNull();
});

test("ticks add up until a minute is covered, and older ones are forgotten", () => {
	expect(after([tick(10), tick(30)])).toEqual(tick(40, 10_000));
	const old = Array<OwnShare>(50).fill(tick(1_000));
	const recent = Array<OwnShare>(12).fill(tick(5));
	expect(after([...old, ...recent])).toEqual(tick(60, 60_000));
});

test("one tick longer than a minute stands alone", () => {
	expect(after([tick(1), tick(7, 300_000)])).toEqual(tick(7, 300_000));
});

test("a server that stops telling is not believed for what it told before", () => {
	expect(after([tick(10), null])).toBeNull();
	expect(after([tick(10), null, tick(3)])).toEqual(tick(3));
});
