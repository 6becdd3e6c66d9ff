// What becomes of times that are remembered once the clock was set? How long ago each of them was stays the same.
import type { BrokerFact, Row } from "#lib/core/board.ts";
import type { Reason } from "#lib/core/verdict.ts";
import { shift } from "#lib/core/window/shifted.ts";
import type { Window } from "#lib/core/window/window.ts";

type Known = { readonly window: Window; row: Row };

export function dateAnew(all: Iterable<Known>, byMs: number): void {
	for (const known of all) {
		shift(known.window, byMs);
		known.row = rowDatedAnew(known.row, byMs);
	}
}

export const factDatedAnew = (fact: BrokerFact, byMs: number): BrokerFact => ({
	...fact,
	heardMs: fact.heardMs === null ? null : fact.heardMs + byMs,
	readMs: fact.readMs === null ? null : fact.readMs + byMs,
	triedMs: fact.triedMs === null ? null : fact.triedMs + byMs,
});

const rowDatedAnew = (row: Row, byMs: number): Row => ({
	...row,
	sinceMs: row.sinceMs + byMs,
	atMs: row.atMs + byMs,
	reason: reasonDatedAnew(row.reason, byMs),
	stood: row.stood && {
		...row.stood,
		sinceMs: row.stood.sinceMs + byMs,
		reason: reasonDatedAnew(row.stood.reason, byMs),
	},
});

/** Where it was never heard there is no time to be moved. */
function reasonDatedAnew(reason: Reason, byMs: number): Reason {
	const moved = (["sinceMs", "atMs"] as const).flatMap((name) => {
		const ms = reason.values[name];
		return typeof ms === "number" && ms >= 0 ? [[name, ms + byMs]] : [];
	});
	if (moved.length === 0) return reason;
	return {
		...reason,
		values: { ...reason.values, ...Object.fromEntries(moved) },
	};
}
