// What is known of a broker before it answers, and once it did?
import type { BrokerFact } from "#lib/core/board.ts";
import type { Snapshot } from "#lib/core/reading.ts";

export type Named = Pick<BrokerFact, "name" | "system" | "address" | "everyMs">;

/** What an earlier run heard of it is known until it is heard again. */
export const factAtFirst = (
	broker: Named,
	before: BrokerFact | null,
	subscriptions: number,
): BrokerFact => ({
	...broker,
	...{ heardMs: before?.heardMs ?? null, readMs: before?.readMs ?? null },
	...{ triedMs: null, trouble: null },
	parts: [],
	version: before?.version ?? null,
	subscriptions,
	ownShare: before?.ownShare ?? null,
	connections: before?.connections ?? null,
	standing: before?.standing ?? [],
});

/** `readMs` is when the oldest of what it told was read. */
export const factAfter = (
	fact: BrokerFact,
	snapshot: Snapshot,
	{ nowMs, readMs }: { readonly nowMs: number; readonly readMs: number },
	subscriptions: number,
): BrokerFact => ({
	...fact,
	...{ heardMs: nowMs, readMs, triedMs: nowMs, trouble: null },
	parts: snapshot.troubles,
	version: snapshot.version ?? fact.version,
	...{ subscriptions, ownShare: snapshot.ownShare },
	...{ connections: snapshot.connections, standing: snapshot.standing },
});
