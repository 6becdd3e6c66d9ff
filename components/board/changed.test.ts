// Which changes are worth saying aloud?
import { expect, test } from "vitest";
import type { Verdict } from "#lib/core/verdict.ts";
import { changesBetween, toldOf } from "./changed.ts";

const row = (id: string, verdict: Verdict) => ({
	...{ id, verdict, channel: `${id}-channel`, group: null },
});

test("a row whose verdict is another one has changed, and one that came with a filter has not", () => {
	const told = toldOf(new Map(), [row("a", "healthy"), row("b", "slow")]);
	const rows = [row("a", "losing"), row("b", "slow"), row("c", "stopped")];
	expect(changesBetween(told, rows)).toEqual([
		{ channel: "a-channel", group: null, verdict: "losing" },
	]);
});

test("a change is measured against what was said last, however many answers lie between", () => {
	const told = toldOf(new Map(), [row("a", "healthy")]);
	expect(changesBetween(told, [row("a", "healthy")])).toEqual([]);
	const later = toldOf(told, [row("b", "healthy")]);
	expect(changesBetween(later, [row("a", "slow")])).toHaveLength(1);
});

test("what was said is not kept for ever", () => {
	const many = Array.from({ length: 2_001 }, (_, n) => row(`${n}`, "slow"));
	const told = toldOf(toldOf(new Map(), many), [row("a", "slow")]);
	expect([...told.keys()]).toEqual(["a"]);
});
