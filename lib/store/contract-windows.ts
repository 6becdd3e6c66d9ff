// Does a window on the board show what stands there, wherever it begins?
import { describe, expect, test } from "vitest";
import type { Row } from "#lib/core/board.ts";
import { asking, type Scene, writeRows } from "./contract-scene.ts";
import { various } from "./contract-various.ts";
import { boardSorts } from "./store.ts";

export function windowsContract(scene: Scene): void {
	describe.each(boardSorts)("by %s", (sort) => {
		test.each([
			["rows", null],
			["lines", { open: [] }],
		])("a window on the %s is a part of the whole", async (_, fold) => {
			const { store } = await scene();
			await writeRows(store, various);
			const whole = await store.board.page(asking({ sort, fold, limit: 500 }));
			const { lines } = whole;
			for (const offset of [0, 1, 30, 60, lines - 1, lines, lines + 700]) {
				const asked = asking({ sort, fold, limit: 9, offset });
				const page = await store.board.page(asked);
				expect(page.rows).toEqual(whole.rows.slice(offset, offset + 9));
				expect(page).toMatchObject({ lines, calmLines: whole.calmLines });
			}
			const isCalm = ({ id, verdict }: Row) => {
				const { counts, rows } = whole.folds[id] ?? {};
				return counts ? counts.healthy === rows : verdict === "healthy";
			};
			expect(whole.calmLines).toBe(whole.rows.filter(isCalm).length);
		});
	});
}
