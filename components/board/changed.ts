// Which verdicts changed between two answers? For those who cannot see a row change its colour.
import type { Verdict } from "#lib/core/verdict.ts";
import type { RowReply } from "#lib/wire/board.ts";

export type Change = {
	readonly channel: string;
	readonly group: string | null;
	readonly verdict: Verdict;
};

const keptMost = 2_000;

type Told = Pick<RowReply, "id" | "verdict" | "channel" | "group">;

/** Only rows that stand in both: one that a filter or a page brought in has not changed. */
export function changesBetween(
	before: ReadonlyMap<string, Verdict>,
	rows: readonly Told[],
): readonly Change[] {
	return rows.flatMap(({ id, verdict, channel, group }) => {
		const was = before.get(id);
		return was === undefined || was === verdict
			? []
			: [{ channel, group, verdict }];
	});
}

/** What was last said of each row; those that are not on this page keep what was said. */
export function toldOf(
	before: ReadonlyMap<string, Verdict>,
	rows: readonly Told[],
): ReadonlyMap<string, Verdict> {
	const here = rows.map(({ id, verdict }) => [id, verdict] as const);
	// A board of a hundred thousand rows that somebody turns through is not kept for ever.
	return new Map(before.size > keptMost ? here : [...before, ...here]);
}
