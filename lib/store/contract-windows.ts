// Does a window on the board show what stands there, wherever it begins?
import { describe, expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { verdicts } from "#lib/core/verdict.ts";
import { rowOf } from "./contract-rows.ts";
import { asking, type Scene, writeRows } from "./contract-scene.ts";
import { pick, various } from "./contract-various.ts";
import { boardSorts } from "./store.ts";

const parsed = parseFilter("-channel:c11*");
const thin = "filter" in parsed ? parsed.filter : [];

const far = [
	...(["gravity", "lag", "holding"] as const).map((it) => [it, []] as const),
	["margin", thin] as const,
];

/** Enough that a page far down is looked for, and not counted to; many of them stand at the same place but for their names. */
const many: readonly Row[] = Array.from({ length: 6_400 }, (_, i) =>
	rowOf(`c${(i * 4_877) % 6_400}`, {
		verdict: pick(verdicts, (i * 31) % 11) ?? "unknown",
		lag: pick([null, exactly(0), exactly(i % 50), exactly(i)], i % 7) ?? null,
		holding: i % 3 === 0 ? 0 : i % 1_000,
		marginSeconds: i % 5 === 0 ? exactly(i % 90) : null,
	}),
);

export function windowsContract(scene: Scene): void {
	test("a window far down on a large board is a part of the whole, whatever ties there are", async () => {
		const { store } = await scene();
		await writeRows(store, many);
		for (const [sort, filter] of far) {
			const asked = { sort, filter, limit: 7_000 };
			const { rows, total } = await store.board.page(asking(asked));
			expect(rows).toHaveLength(total);
			const ids = rows.map(({ id }) => id);
			for (const offset of [5_001, 5_700, total - 50, total]) {
				const part = asking({ ...asked, limit: 100, offset });
				const page = await store.board.page(part);
				const end = offset + 100;
				expect(page.rows.map(({ id }) => id)).toEqual(ids.slice(offset, end));
				expect(page.next !== null).toBe(end < total);
			}
		}
	});

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
