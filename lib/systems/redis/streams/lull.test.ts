// When is what was heard said again, and when are the streams asked?
import { expect, test } from "vitest";
import { trouble } from "#lib/core/trouble.ts";
import { unchanged } from "./anew.ts";
import type { Heard } from "./hear.ts";
import { openLull } from "./lull.ts";
import { newMemory, type StreamMemory } from "./memory.ts";

const heardOf = (memory: StreamMemory): Heard => ({
	memory,
	groups: [],
	now: { length: 0, detail: null, added: null },
	anew: "made again",
	isSized: true,
	vanished: ["g"],
	trouble: null,
});

const [a, b] = [newMemory("a"), newMemory("b")];
const knowing = (...all: readonly StreamMemory[]) => ({
	known: new Map(all.map((memory) => [memory.name, memory])),
	leave() {},
});

/** What the streams were asked for, tick by tick: each says what was written before it, and at which moment it is. */
async function ticks(
	told: readonly {
		readonly written: string | null;
		readonly atMs: number;
		readonly streams?: readonly StreamMemory[];
		readonly fails?: boolean;
		readonly troubled?: boolean;
	}[],
): Promise<string> {
	const lull = openLull<Heard>(unchanged);
	let asked = "";
	for (const { written, atMs, streams = [a], fails, troubled } of told) {
		let isAsked = false;
		const heard = await lull
			.hear({
				...{ nowMs: atMs, channels: knowing(...streams) },
				server: { written, nowMs: atMs },
				hear: async () => {
					isAsked = true;
					if (fails) throw new Error("no answer");
					const reason = troubled ? trouble("not understood") : null;
					return streams.map((it) => ({ ...heardOf(it), trouble: reason }));
				},
			})
			.catch(() => []);
		if (!isAsked)
			expect(heard).toEqual(
				streams.map((it) => ({ ...heardOf(it), anew: null, vanished: [] })),
			);
		asked += isAsked ? "asked " : "again ";
	}
	return asked.trim();
}

const [one, two] = ["1 written", "2 written"];

test.each([
	[
		"nothing was written",
		[
			{ written: one, atMs: 0 },
			{ written: one, atMs: 5_000 },
			{ written: one, atMs: 10_000 },
		],
		"asked again again",
	],
	[
		"something was written",
		[
			{ written: one, atMs: 0 },
			{ written: two, atMs: 5_000 },
			{ written: two, atMs: 10_000 },
		],
		"asked asked again",
	],
	[
		"it cannot be told whether anything was written",
		[
			{ written: null, atMs: 0 },
			{ written: null, atMs: 5_000 },
		],
		"asked asked",
	],
	[
		"a minute has passed since they were last asked",
		[
			{ written: one, atMs: 0 },
			{ written: one, atMs: 59_000 },
			{ written: one, atMs: 60_000 },
			{ written: one, atMs: 61_000 },
		],
		"asked again asked again",
	],
	[
		"a stream was found meanwhile",
		[
			{ written: one, atMs: 0 },
			{ written: one, atMs: 5_000, streams: [a, b] },
		],
		"asked asked",
	],
	[
		"a stream left, and another of its name came",
		[
			{ written: one, atMs: 0 },
			{ written: one, atMs: 5_000, streams: [newMemory("a")] },
		],
		"asked asked",
	],
	[
		"one of them could not be read",
		[
			{ written: one, atMs: 0, troubled: true },
			{ written: one, atMs: 5_000 },
			{ written: one, atMs: 10_000 },
		],
		"asked asked again",
	],
	[
		"the tick before failed",
		[
			{ written: one, atMs: 0 },
			{ written: two, atMs: 5_000, fails: true },
			{ written: two, atMs: 10_000 },
			{ written: one, atMs: 15_000 },
		],
		"asked asked asked asked",
	],
])("when %s", async (_, told, asked) => {
	expect(await ticks(told)).toBe(asked);
});

test("nothing was written since the first tick that says what the last one says", async () => {
	const lull = openLull<Heard>(unchanged);
	const since: number[] = [];
	for (const [atMs, written] of [
		[1_000, one],
		[2_000, two],
		[3_000, two],
		[99_000, two],
		[100_000, null],
		[101_000, two],
	] as const) {
		await lull.hear({
			...{
				nowMs: atMs,
				channels: knowing(a),
				server: { written, nowMs: atMs },
			},
			hear: async () => [heardOf(a)],
		});
		since.push(lull.sinceMs());
	}
	expect(since).toEqual([
		...[1_000, 2_000, 2_000, 2_000],
		...[Number.POSITIVE_INFINITY, 101_000],
	]);
});
