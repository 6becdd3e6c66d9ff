// Why is a stream no longer there, as far as the server's own books prove it?
import type { GoneFact, GoneWhy } from "#lib/core/gone.ts";
import type { Server } from "../connection/identity.ts";
import type { Lifetime } from "./lifetime.ts";

/** How many keys the server has removed by itself since it started; null where it does not tell. */
export type Removals = Pick<Server, "evicted" | "expired">;

export const noRemovals: Removals = { evicted: null, expired: null };

/** What was there a tick ago, and why it seems to have gone if it was not the server itself. */
export type Went = {
	readonly lifetime: Lifetime | null;
	readonly facts: readonly GoneFact[];
};

type Books = Removals & { readonly nowMs: number };

/** The books are read before the streams are: what happens in between is written there a tick later, and told then. */
export function openReasons() {
	let before = noRemovals;
	let unproved: (Went & { readonly before: Removals })[] = [];
	return (went: readonly Went[], now: Books): GoneFact[] => {
		const told: GoneFact[] = unproved.flatMap((it) => proved(it, now) ?? []);
		const fresh = went.map((it) => ({ ...it, before }));
		unproved = fresh.filter((it) => proved(it, now) === null);
		told.push(...fresh.flatMap((it) => proved(it, now) ?? it.facts));
		before = { evicted: now.evicted, expired: now.expired };
		return told;
	};
}

function proved(
	{ lifetime, facts, before }: Went & { readonly before: Removals },
	now: Books,
): GoneFact[] | null {
	const why = whyOf({ lifetime, before, now, nowMs: now.nowMs });
	return why === null ? null : facts.map((fact) => ({ ...fact, why }));
}

type Circumstances = {
	readonly lifetime: Lifetime | null;
	/** When it was last there, and now. */
	readonly before: Removals;
	readonly now: Removals;
	/** The server's clock. */
	readonly nowMs: number;
};

/** Its clock and ours of it may be apart by this. */
const slackMs = 1000;

/** Null where nothing points to the server itself, so that it was somebody. */
export function whyOf(it: Circumstances): GoneWhy | null {
	const endsMs = it.lifetime?.endsMs ?? null;
	const isOver = endsMs !== null && it.nowMs + slackMs >= endsMs;
	if (isOver && hasRisen(it.before.expired, it.now.expired)) return "ran out";
	return hasRisen(it.before.evicted, it.now.evicted) ? "evicted" : null;
}

const hasRisen = (before: number | null, now: number | null): boolean =>
	before !== null && now !== null && now > before;
