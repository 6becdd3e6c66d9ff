// Is the record only added to, by any number of writers, and is it whole?
import { expect, test } from "vitest";
import type { RecordEntry } from "#lib/core/record.ts";
import { eventsIn } from "./contract-clean-up-scene.ts";
import type { Scene } from "./contract-scene.ts";

export const entryOf = (n: number): RecordEntry => ({
	...{ atMs: n, errand: `errand-${n}`, event: "approved", by: "somebody" },
	told: { why: `because "${n}"\n\u0000\ud800é`, more: { b: [n], a: null } },
});

export function recordContract(scene: Scene): void {
	test("a record nothing was written into is whole", async () => {
		const { store } = await scene();
		expect(await store.record.verify()).toMatchObject({
			...{ isWhole: true, lines: 0, isHeadBehind: false },
		});
		expect(await store.record.lines(0, 9)).toEqual([]);
	});

	test("lines are numbered without a gap and read as they were written, some at a time", async () => {
		const { store, other } = await scene();
		for (let n = 1; n <= 5; n++) {
			const line = await (n % 2 ? store : other).record.append(entryOf(n));
			expect(line).toMatchObject({ ...entryOf(n), n });
		}
		const lines = await store.record.lines(2, 2);
		expect(lines).toMatchObject([3, 4].map((n) => ({ ...entryOf(n), n })));
		expect(await store.record.verify()).toMatchObject({ lines: 5 });
	});

	test("writers who take turns at random make one chain", async () => {
		const { store, other } = await scene();
		await Promise.all(
			Array.from({ length: 40 }, (_, n) =>
				(Math.random() < 0.5 ? store : other).record.append(entryOf(n)),
			),
		);
		expect(await eventsIn(store)).toHaveLength(40);
		expect(await other.record.verify()).toMatchObject({
			...{ isWhole: true, lines: 40, isHeadBehind: false },
		});
	});
}
