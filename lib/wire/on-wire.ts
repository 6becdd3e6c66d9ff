// How does what we know look on the wire? Times become ISO text, ages become words of freshness; nothing else changes.

import type { BrokerFact, Row, SystemWords } from "#lib/core/board.ts";
import type { KnownBystanders } from "#lib/core/bystander.ts";
import type { Errand } from "#lib/core/errand.ts";
import type { Fold } from "#lib/core/fold.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import type { HistoryFact } from "#lib/core/history.ts";
import type { Look, Output } from "#lib/core/look.ts";
import type { PendingPage } from "#lib/core/pending.ts";
import type {
	BoardReply,
	BrokerReply,
	FoldReply,
	RowReply,
	SystemReply,
} from "./board.ts";
import type { BrokerPageReply } from "./broker.ts";
import type { ErrandReply, LookReply } from "./errand.ts";
import type { PendingReply } from "./pending.ts";

type CollectorReply = BoardReply["collector"];

/** What a collector that never wrote would be measured by. */
const pulseEveryMs = 1_000;

export const isoOf = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null =>
	ms === null ? null : isoOf(ms);

/** A row is written again only when it changed: as long as its broker answers, its values are as fresh as that answer. */
export function rowOnWire(row: Row, heardMs: number | null): RowReply {
	const { sinceMs, atMs: readMs, ...rest } = row;
	const atMs = row.stale ? readMs : Math.max(readMs, heardMs ?? 0);
	return {
		...rest,
		spark: [...row.spark],
		notes: [...row.notes],
		since: isoOf(sinceMs),
		at: isoOf(atMs),
	};
}

/** As fresh as its rows: they were all read with the last answer of one broker, or some of them longer ago. */
export function foldOnWire(fold: Fold, heardMs: number | null): FoldReply {
	const { atMs: readMs, ...rest } = fold;
	const atMs = fold.stale ? readMs : Math.max(readMs, heardMs ?? 0);
	return {
		...rest,
		counts: { ...fold.counts },
		name: [...fold.name],
		spark: [...fold.spark],
		at: isoOf(atMs),
	};
}

export function brokerOnWire(fact: BrokerFact, nowMs: number): BrokerReply {
	const { heardMs, triedMs: _, ownShare: __, standing: ___, ...rest } = fact;
	return {
		...rest,
		parts: [...fact.parts],
		heard: isoOrNull(heardMs),
		freshness: freshnessOf(heardMs, fact.everyMs, nowMs),
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

export function errandOnWire(errand: Errand): ErrandReply {
	return {
		id: errand.id,
		by: errand.by,
		state: errand.state,
		asked: isoOf(errand.askedMs),
		ended: isoOrNull(errand.endedMs),
		look: errand.look === null ? null : lookOnWire(errand.look),
		alerts: null,
		findings:
			errand.findings?.map((finding) => ({
				...finding,
				kinds: [...finding.kinds],
			})) ?? null,
		failure: errand.failure,
	};
}

const outputOnWire = ({ behindSinceMs, ...output }: Output) => ({
	...output,
	behind: isoOrNull(behindSinceMs),
});

function lookOnWire({ atMs, ...look }: Look): LookReply {
	return {
		...look,
		at: isoOf(atMs),
		partitions: look.partitions.map(({ movedMs, ...line }) => ({
			...line,
			moved: isoOrNull(movedMs),
		})),
		members: look.members.map(({ output, ...member }) => ({
			...member,
			output: output && outputOnWire(output),
			partitions: member.partitions === null ? null : [...member.partitions],
		})),
		settings: [...look.settings],
		pending: look.pending && pendingOnWire(look.pending),
		survey: look.survey && {
			...look.survey,
			...{ idle: [...look.survey.idle], written: [...look.survey.written] },
			deliveries: [...look.survey.deliveries],
			holders: [...look.survey.holders],
		},
	};
}

function pendingOnWire({ entries, ...page }: PendingPage): PendingReply {
	return {
		...page,
		entries: entries.map(({ writtenMs, contents, ...entry }) => ({
			...entry,
			written: isoOrNull(writtenMs),
			contents: contents && { ...contents, fields: [...contents.fields] },
		})),
	};
}
