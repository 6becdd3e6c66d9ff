// Is nothing lost of what the store could not take?
import { expect, test } from "vitest";
import { noBystanders } from "#lib/core/bystander.ts";
import { sampleOf, tickOf } from "#lib/store/contract-history-scene.ts";
import { factOf, goneOf, rowOf } from "#lib/store/contract-rows.ts";
import type { TickWrite } from "#lib/store/store.ts";
import { owing } from "./owing.ts";

const tick = (change: Partial<TickWrite> = {}): TickWrite => ({
	...{ broker: factOf(), rows: [], gone: [] },
	...change,
});

/** A store that refuses as many times as it is told, and keeps what it took. */
function refusing(times: number) {
	const taken: TickWrite[] = [];
	let left = times;
	const write = owing(async (it) => {
		if (left-- > 0) throw new Error("database or disk is full");
		taken.push(it);
	});
	return { taken, write };
}

const [old, fresh] = [rowOf("a", { holding: 1 }), rowOf("a", { holding: 2 })];

const cases: readonly {
	readonly name: string;
	readonly refused: readonly TickWrite[];
	readonly last: TickWrite;
	readonly whole: TickWrite;
}[] = [
	{
		name: "a row that was not written is written with the next tick",
		refused: [tick({ rows: [old] })],
		last: tick(),
		whole: tick({ rows: [old] }),
	},
	{
		name: "of two that were not written the newer stands",
		refused: [tick({ rows: [old] }), tick({ rows: [fresh] })],
		last: tick({ broker: factOf({ heardMs: 20 }) }),
		whole: tick({ broker: factOf({ heardMs: 20 }), rows: [fresh] }),
	},
	{
		name: "what is gone is taken away later",
		refused: [tick({ gone: [goneOf(old.id)] })],
		last: tick(),
		whole: tick({ gone: [goneOf(old.id)] }),
	},
	{
		name: "groups beside the board are written with the next tick",
		refused: [tick({ bystanders: noBystanders })],
		last: tick(),
		whole: tick({ bystanders: noBystanders }),
	},
	{
		name: "of groups beside the board the newer list stands",
		refused: [tick({ bystanders: { groups: [], leftOut: 3 } })],
		last: tick({ bystanders: noBystanders }),
		whole: tick({ bystanders: noBystanders }),
	},
	{
		name: "what was gone and came back stays",
		refused: [tick({ gone: [goneOf(old.id)] })],
		last: tick({ rows: [fresh] }),
		whole: tick({ rows: [fresh] }),
	},
];

test.each(cases)("$name", async ({ refused, last, whole }) => {
	const { taken, write } = refusing(refused.length);
	for (const it of refused) await expect(write(it)).rejects.toThrow();
	await write(last);
	await write(tick());
	expect(taken).toEqual([whole, tick()]);
});

test("history that was not written is owed as well, as much of it as memory should hold", async () => {
	const { taken, write } = refusing(30);
	const many = new Array(10_000).fill(sampleOf("a"));
	for (let n = 1; n <= 31; n++)
		await write(tick({ history: [tickOf(n, many)] })).catch(() => undefined);
	const times = taken[0]?.history?.map(({ atMs }) => atMs) ?? [];
	expect(times.at(-1)).toBe(31);
	expect(times.length).toBeGreaterThan(10);
	expect(times.length).toBeLessThan(21);
});
