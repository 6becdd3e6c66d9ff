// What was counted, and what is counted then? Side by side, in one order whatever the system.
import type { Amount } from "#lib/core/amount.ts";
import type { Figure, Plan } from "#lib/core/clean-up/plan.ts";
import { type FigureCode, figureCodes } from "#lib/core/clean-up/remark.ts";

/** Null where it cannot be known. */
export type Counts = Readonly<Partial<Record<FigureCode, Amount | null>>>;

/** Left out, `shown` is all that was counted. */
export const figuresOf = (
	before: Counts,
	after: Counts,
	shown: readonly FigureCode[] = figureCodes.filter((code) => code in before),
): readonly Figure[] =>
	figureCodes
		.filter((code) => shown.includes(code))
		.map((code) => ({
			code,
			before: before[code] ?? null,
			after: after[code] ?? null,
		}));

/** What the plan counted, beside what is there now. */
export const figuresSince = (
	{ figures }: Pick<Plan, "figures">,
	now: Counts,
): readonly Figure[] =>
	figures.map(({ code, before }) => ({
		code,
		before,
		after: now[code] ?? null,
	}));
