// What does a row say once nobody vouches for it? The values that were read last, with their time, and no verdict on them.
import type { Row } from "#lib/core/board.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import type { Reason } from "#lib/core/verdict.ts";
import { since } from "./row-of.ts";

export function partSilent(it: Trouble | undefined, row: Row): Reason {
	const values = {
		code: it?.code ?? "",
		part: it?.part ?? "",
		sinceMs: row.atMs,
	};
	return { code: "part silent", values };
}

/** The values stay and are dated; the verdict does not stand any longer, and is kept for when it is judged again. */
export function fade(
	known: { row: Row },
	reason: Reason,
	changed: Row[],
): void {
	if (known.row.stale && known.row.reason.code === reason.code) return;
	const { verdict, reason: judged, sinceMs } = known.row;
	known.row = {
		...known.row,
		...since(known.row, "unknown", known.row.atMs),
		verdict: "unknown",
		reason,
		drainedSeconds: null,
		stale: true,
		stood: known.row.stale
			? known.row.stood
			: { verdict, reason: judged, sinceMs },
	};
	changed.push(known.row);
}
