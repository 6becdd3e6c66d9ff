// What does the server answer when nothing about it matters but how old it is?
import { verdicts } from "#lib/core/verdict.ts";
import type { BoardReply } from "#lib/wire/board.ts";

const at = Date.parse("2026-11-20T14:32:08.000Z");
export const before = (ms: number) => new Date(at - ms).toISOString();

/** Each broker was heard so many milliseconds ago, or never. */
export function replyOf(
	ages: Readonly<Record<string, number | null>>,
): BoardReply {
	const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0]));
	return {
		rev: 1,
		at: before(0),
		askAgainMs: 2_500,
		total: 0,
		// Every verdict has a count by the line above; fromEntries cannot say so.
		counts: counts as BoardReply["counts"],
		collector: {
			...{ at: before(500), freshness: "fresh", everyMs: 1_000 },
			history: "kept",
		},
		brokers: Object.entries(ages).map(([name, age]) => ({
			name,
			system: "s",
			address: "",
			everyMs: 5_000,
			heard: age === null ? null : before(age),
			freshness: "fresh",
			trouble: null,
			parts: [],
			version: null,
			subscriptions: 0,
		})),
		systems: [],
		lines: 0,
		...{ offset: 0, calmLines: 0, calm: 0, firing: 0 },
		rows: [],
		folds: {},
		opened: {},
		next: null,
	};
}
