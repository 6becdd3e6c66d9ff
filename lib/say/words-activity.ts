// Which words does the page need that tells who did what? Every language must have all of them.
import type { Action } from "#lib/core/clean-up/clean-up.ts";

export type ActivityWords = {
	readonly title: string;
	readonly filters: string;
	readonly columns: {
		readonly when: string;
		readonly who: string;
		readonly what: string;
		readonly where: string;
		readonly outcome: string;
		readonly inWords: string;
		readonly undo: string;
	};
	/** For choosing one. */
	readonly actions: Readonly<Record<Action, string>>;
	readonly action: string;
	readonly state: string;
	readonly by: string;
	readonly broker: string;
	readonly since: string;
	readonly spans: Readonly<Record<"all" | "day" | "week" | "month", string>>;
	readonly any: string;
	readonly begun: string;
	readonly clear: string;
	file(format: string): string;
	readonly older: string;
	readonly loading: string;
	readonly nothing: string;
	readonly nothingFits: string;
	others(n: number): string;
	readonly details: string;
	readonly plan: string;
	readonly outcome: string;
	readonly record: string;
	readonly askedBy: string;
	readonly approvedBy: string;
	readonly signIn: string;
	readonly from: string;
	readonly reason: string;
	readonly noReason: string;
	readonly errand: string;
	readonly untilUndo: string;
	readonly show: string;
	readonly noPlan: string;
};
