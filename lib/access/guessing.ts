// May somebody try once more? Counted for each person, each known browser and each address, in the store: a restart forgives nothing.
import { ownNetOf } from "#lib/core/nets.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Bucket } from "#lib/store/access-port.ts";
import type { Store } from "#lib/store/store.ts";
import { hashOf } from "./sessions.ts";

export type Guesser = {
	/** Null where nobody saw it: then all of those share one. */
	readonly client: string | null;
	/** What a browser was given when somebody signed in there. */
	readonly browser: string | null;
};

/** What was typed as a name may be a password: only its hash is kept. */
const ofPerson = (person: string): Bucket => ({
	...{ key: `person ${hashOf(person)}`, size: 10, refillMs: 60_000 },
});
const ofBrowser = (browser: string, person: string): Bucket => ({
	...{ key: `browser ${hashOf(`${browser} ${person}`)}`, size: 10 },
	refillMs: 60_000,
});
const netOf = (client: string | null): string =>
	client === null ? "unknown" : ownNetOf(client);
/** Whole offices share one. */
const ofAddress = (client: string | null): Bucket => ({
	...{ key: `address ${netOf(client)}`, size: 50, refillMs: 6_000 },
});
/** Nobody guesses 256 bits: this only bounds what a flood of them costs. */
const ofKeys = (client: string | null): Bucket => ({
	...{ key: `keys ${netOf(client)}`, size: 50, refillMs: 6_000 },
});
const ofSession = (session: string): Bucket => ({
	...{ key: `session ${session}`, size: 10, refillMs: 60_000 },
});

/** Takes a try before a password is compared; hands back what gives it back, for whoever was right. */
export async function tryPassword(
	store: Store,
	person: string,
	{ client, browser }: Guesser,
	nowMs: number,
): Promise<{ readonly isKnown: boolean; giveBack(): Promise<void> }> {
	const hash = browser === null ? null : hashOf(browser);
	const isKnown = hash !== null && (await store.guesses.knows(hash, person));
	const buckets = isKnown
		? [ofBrowser(hash, person)]
		: [ofPerson(person), ofAddress(client)];
	return { isKnown, giveBack: await taken(store, buckets, nowMs) };
}

/** Whoever is signed in and asked for their password once more. */
export const tryOwnPassword = (store: Store, session: string, nowMs: number) =>
	taken(store, [ofSession(session)], nowMs);

/** Of a key or token that was wrong: one that is right is let through however many were wrong before it. */
export const countWrongKey = async (
	store: Store,
	client: string | null,
	nowMs: number,
): Promise<void> => {
	await taken(store, [ofKeys(client)], nowMs);
};

async function taken(store: Store, buckets: readonly Bucket[], nowMs: number) {
	const waitMs = await store.guesses.take(buckets, nowMs);
	if (waitMs > 0)
		throw new Problem("too many", "too many tries", {
			seconds: Math.ceil(waitMs / 1_000),
		});
	return () => store.guesses.giveBack(buckets, nowMs);
}
