// How does what we know look on the wire? Times become ISO text, ages become words of freshness; nothing else changes.

import type { BrokerFact, Row, SystemWords } from "#lib/core/board.ts";
import type { KnownBystanders } from "#lib/core/bystander.ts";
import type { Fold } from "#lib/core/fold.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import type { HistoryFact } from "#lib/core/history.ts";
import type {
	BoardReply,
	BrokerReply,
	FoldReply,
	RowReply,
	SystemReply,
} from "./board.ts";
import type { BrokerPageReply } from "./broker.ts";

type CollectorReply = BoardReply["collector"];

/** What a collector that never wrote would be measured by. */
const pulseEveryMs = 1_000;

export const isoOf = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null =>
	ms === null ? null : isoOf(ms);

/** A row is written again only when it changed: its values are at least as fresh as all that its broker's last answer told. What stood before is for who judges it next. */
export function rowOnWire(row: Row, readMs: number | null): RowReply {
	const { sinceMs, atMs: writtenMs, stood: _, ...rest } = row;
	const atMs = row.stale ? writtenMs : Math.max(writtenMs, readMs ?? 0);
	return {
		...rest,
		spark: [...row.spark],
		notes: [...row.notes],
		since: isoOf(sinceMs),
		at: isoOf(atMs),
	};
}

/** As fresh as its rows: they were all read with the last answer of one broker, or some of them longer ago. */
export function foldOnWire(fold: Fold, readMs: number | null): FoldReply {
	const { atMs: writtenMs, ...rest } = fold;
	const atMs = fold.stale ? writtenMs : Math.max(writtenMs, readMs ?? 0);
	return {
		...rest,
		counts: { ...fold.counts },
		name: [...fold.name],
		spark: [...fold.spark],
		at: isoOf(atMs),
	};
}

/** Named one by one: what is known of a broker and stands on its own page alone is not sent with every board. */
export function brokerOnWire(fact: BrokerFact, nowMs: number): BrokerReply {
	const { name, system, address, everyMs, heardMs } = fact;
	const { trouble, parts, version, subscriptions } = fact;
	return {
		...{ name, system, address, everyMs },
		...{ trouble, parts: [...parts], version, subscriptions },
		heard: isoOrNull(heardMs),
		freshness: freshnessOf(heardMs, everyMs, nowMs),
	};
}

export const bystandersOnWire = ({
	groups,
	leftOut,
}: KnownBystanders): BrokerPageReply["bystanders"] => ({
	groups: groups.map((group) => ({ ...group, members: [...group.members] })),
	leftOut,
});

export function collectorOnWire(
	pulse: {
		readonly atMs: number;
		readonly everyMs: number;
		readonly history: HistoryFact;
	} | null,
	nowMs: number,
): CollectorReply {
	const everyMs = pulse?.everyMs ?? pulseEveryMs;
	const atMs = pulse?.atMs ?? null;
	return {
		at: isoOrNull(atMs),
		freshness: freshnessOf(atMs, everyMs, nowMs),
		everyMs,
		history: pulse?.history ?? "kept",
	};
}

/** Names for other programs' dashboards are no business of a screen. */
export const systemOnWire = ({
	kinds,
	...words
}: SystemWords): SystemReply => ({
	...words,
	kinds: Object.fromEntries(
		Object.entries(kinds).map(([kind, words]) => {
			const { metrics: _, command, actions, wholeGroup, ...shown } = words;
			return [
				kind,
				{
					...shown,
					...(command && { command: [...command] }),
					...(actions && { actions: [...actions] }),
					...(wholeGroup && { wholeGroup: [...wholeGroup] }),
				},
			];
		}),
	),
});
