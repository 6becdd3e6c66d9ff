// Does a count go on while somebody asks, and end when nobody does? With turns given by hand.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nothing } from "#lib/core/survey.ts";
import { openCounts } from "./counts.ts";
import type { IdRange } from "./held.ts";
import type { HeldRow } from "./replies.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

function scene(pages: number) {
	const waiting: (() => void)[] = [];
	const counts = openCounts<object>({
		next: () => new Promise((resolve) => waiting.push(resolve)),
		waitMs: () => 0,
	});
	const asked: IdRange[] = [];
	const rows = vi.fn(async (range: IdRange): Promise<HeldRow[]> => {
		asked.push(range);
		const length = asked.length < pages ? range.count : 7;
		return Array.from({ length }, (_, i) => ({
			...{ id: `${asked.length}-${i}`, member: "a", idleMs: 1, deliveries: 1 },
		}));
	});
	const never = () => Promise.reject(new Error("not asked here"));
	const begin = vi.fn(async () => ({
		held: { rows, rowsOfEach: never, summary: never, messages: never },
		sample: { spread: nothing, total: 9, seen: 9, bound: "about" as const },
		...{ last: "99-0", nowMs: 1_000 },
	}));
	const ask = () => counts.of("orders", begin);
	/** Gives a turn, and lets what follows from it happen. */
	const turn = async () => {
		await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
		waiting.shift()?.();
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { ask, turn, rows, asked, begin, counts };
}

test("it begins once, however many ask, and goes on page by page", async () => {
	const { ask, turn, asked, begin } = scene(3);
	const [first, second] = await Promise.all([ask(), ask()]);
	expect(second).toBe(first);
	expect(begin).toHaveBeenCalledTimes(1);
	await turn();
	expect((await ask()).counted).toBe(1_000);
	await turn();
	await turn();
	const count = await ask();
	expect(count).toMatchObject({ counted: 2_007, spread: { idleMostMs: 1 } });
	expect(count.endedMs).not.toBeNull();
	expect(asked.map(({ from, to }) => [from, to])).toEqual([
		["-", "99-0"],
		["(1-999", "99-0"],
		["(2-999", "99-0"],
	]);
});

test("it ends when nobody asked for five seconds, and begins anew for the next", async () => {
	const { ask, turn, rows, begin } = scene(99);
	await ask();
	await turn();
	vi.advanceTimersByTime(4_900);
	await turn();
	expect(rows).toHaveBeenCalledTimes(2);
	vi.advanceTimersByTime(200);
	await turn();
	expect(rows).toHaveBeenCalledTimes(2);
	expect((await ask()).counted).toBe(0);
	expect(begin).toHaveBeenCalledTimes(2);
});

test("it ends with the connection", async () => {
	const { ask, turn, rows, counts } = scene(99);
	await ask();
	counts.close();
	await turn();
	expect(rows).not.toHaveBeenCalled();
});

test("whoever asks is told why it failed, and the next begins anew", async () => {
	const { ask, turn, rows, begin } = scene(99);
	await ask();
	rows.mockRejectedValueOnce(new Error("the server is gone"));
	await turn();
	await expect(ask()).rejects.toThrow("the server is gone");
	await ask();
	expect(begin).toHaveBeenCalledTimes(2);
});
