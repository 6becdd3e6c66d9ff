// What of a tick goes into history? Every subscription that was heard, and the verdict of those that no longer are.
import type { BrokerFact, Row } from "#lib/core/board.ts";
import type { HistoryTick, Sample } from "#lib/core/history.ts";
import type { Reading } from "#lib/core/reading.ts";
import type { Window } from "#lib/core/window/window.ts";

export function sampleOf(row: Row, reading: Reading, window: Window): Sample {
	return {
		id: row.id,
		kind: row.kind,
		channel: row.channel,
		group: row.group,
		verdict: row.verdict,
		reason: row.reason.code,
		lag: reading.lag?.n ?? null,
		arrived: reading.arrived,
		departed: reading.departed,
		counted: reading.counted,
		holding: reading.holding,
		oldestHeldMs: reading.oldestHeldMs,
		deliveriesMax: reading.deliveriesMax,
		registered: reading.members?.registered ?? null,
		live: reading.members?.live?.n ?? null,
		timeLagMs: reading.timeLagMs?.n ?? null,
		marginMs: reading.marginMs?.n ?? null,
		movedMs: window.movedMs,
		emptySinceMs: window.emptySinceMs,
	};
}

type Asked = Pick<HistoryTick, "atMs" | "heard" | "samples">;

export const historyOf = (
	{ name, everyMs }: Pick<BrokerFact, "name" | "everyMs">,
	asked: Asked,
	changed: readonly Row[],
): HistoryTick => ({
	...{ broker: name, everyMs },
	...{ ...asked, atMs: Math.round(asked.atMs) },
	silent: changed
		.filter(({ stale }) => stale)
		.map(({ id, verdict, reason }) => ({ id, verdict, reason: reason.code })),
});
