// What must a store promise of people and of who is signed in? Nothing it keeps opens anything: only hashes of secrets lie in it.
import type { Way } from "#lib/core/people/access.ts";
import type { RecordEntry } from "#lib/core/record.ts";

export type Session = {
	/** SHA-256 of the token, in hex: the token itself is kept nowhere. */
	readonly hash: string;
	/** What it is called where it is shown and ended. */
	readonly id: string;
	readonly person: string;
	readonly way: Way;
	/** Given at the door; where somebody came by a password, those of the person count, as they are now. */
	readonly roles: readonly string[];
	/** As a provider or proxy named them; which roles that makes is asked again each time. */
	readonly groups: readonly string[];
	readonly startedMs: number;
	readonly usedMs: number;
	/** However much it is used. */
	readonly endsMs: number;
	readonly idleMs: number;
	/** Address and browser, as they were when it began; null where nobody saw them. */
	readonly from: string | null;
	readonly browser: string | null;
};

/** What somebody who shows a key is. */
export type Offer = {
	readonly hash: string;
	readonly expiresMs: number;
	readonly person: string;
	readonly roles: readonly string[];
	/** How long the session may last that begins with it, and how long unused. */
	readonly lastsMs: number;
	readonly idleMs: number;
	/** It lets this person set a password, and nothing else. */
	readonly isInvitation: boolean;
};

export type SessionStore = {
	/** A key that can be spent once before it expires. */
	offer(offer: Offer): Promise<void>;
	/** The offer for exactly one caller, and only before it expires. */
	spend(hash: string, nowMs: number): Promise<Offer | null>;
	start(session: Session): Promise<void>;
	find(hash: string): Promise<Session | null>;
	/** Those that have not ended, the latest used first; of one person, or all. */
	all(person: string | null, nowMs: number): Promise<readonly Session[]>;
	touch(hash: string, usedMs: number): Promise<void>;
	/** Begins it, or goes on with it as it is now: where somebody else says each time who it is. */
	keep(session: Session): Promise<void>;
	end(hash: string): Promise<void>;
	/** What a key would be spent for. */
	offered(hash: string, nowMs: number): Promise<Offer | null>;
	/** Removes keys and sessions that are over. */
	forget(nowMs: number): Promise<void>;
};

/** Somebody as a provider or a proxy knows them. */
export type Identity = {
	/** The issuer, or that a proxy said it. */
	readonly source: string;
	readonly subject: string;
};

/** Who is called what, so that two people who would bear one name are told apart here for as long as anybody knows them. */
export type NameStore = {
	/**
	 * The first of these that nobody else bears, which is theirs from now on; null where each is taken. What somebody
	 * bore who came from another source than these is free: from there nobody comes any more.
	 */
	claim(
		identity: Identity,
		wanted: readonly string[],
		sources: readonly string[],
		nowMs: number,
	): Promise<string | null>;
	/** Somebody who comes by a provider or proxy is called so, whatever the case of the letters. */
	isBorne(name: string): Promise<boolean>;
};

export type KnownPerson = {
	readonly name: string;
	readonly roles: readonly string[];
	/** What a password is compared with; null while they have none. */
	readonly verifier: string | null;
	readonly madeMs: number;
	readonly madeBy: string;
	/** When their password was set last. */
	readonly passwordMs: number | null;
	readonly signedInMs: number | null;
};

export type Token = {
	readonly hash: string;
	readonly id: string;
	readonly name: string;
	/** Whoever made it: it can do no more than they can, and ends with them. */
	readonly person: string;
	readonly roles: readonly string[];
	readonly madeMs: number;
	readonly expiresMs: number;
	readonly usedMs: number | null;
};

/** Changes are the collector's, each in one transaction with its line of the record; false where there was nothing to change. */
export type PeopleStore = {
	/** By their names. */
	people(): Promise<readonly KnownPerson[]>;
	person(name: string): Promise<KnownPerson | null>;
	/** False where somebody is called so already. */
	add(person: KnownPerson, line: RecordEntry): Promise<boolean>;
	/** What their sessions and tokens may is looked up each time: it is another from now on. */
	setRoles(
		name: string,
		roles: readonly string[],
		line: RecordEntry,
	): Promise<boolean>;
	/** From a verifier that was laid down under that name; ends all their sessions but one, and their invitations; no browser is known for them any more. */
	setPassword(
		name: string,
		laid: string,
		exceptSession: string | null,
		line: RecordEntry,
	): Promise<boolean>;
	/** With their sessions, invitations and tokens. */
	remove(name: string, line: RecordEntry): Promise<boolean>;
	/** Keeps a link; an invitation takes the place of those before, and needs its person. */
	offer(offer: Offer, line: RecordEntry): Promise<boolean>;
	endSessions(
		which: { readonly id: string } | { readonly person: string },
		line: RecordEntry,
	): Promise<boolean>;
	/** Those that have not expired, by their names. */
	tokens(nowMs: number): Promise<readonly Token[]>;
	token(hash: string): Promise<Token | null>;
	addToken(token: Token, line: RecordEntry): Promise<boolean>;
	endToken(id: string, line: RecordEntry): Promise<boolean>;
	/** By the web, before it asks for a new password: no errand carries anything of it. Lets go what is too old. */
	layDown(laid: LaidDown, nowMs: number): Promise<void>;
	signedIn(name: string, atMs: number): Promise<void>;
	/** The same password, made harder to guess; nothing where it is another by now. */
	strengthen(name: string, was: string, verifier: string): Promise<void>;
	tokenUsed(hash: string, atMs: number): Promise<void>;
};

export type LaidDown = {
	readonly id: string;
	readonly verifier: string;
	readonly untilMs: number;
};

/** How often may somebody guess? A bucket of tries for each key, which fills again with time. */
export type Bucket = {
	readonly key: string;
	readonly size: number;
	/** How long until one more is in it. */
	readonly refillMs: number;
};

/** Whoever asks may have begun some seconds ago: time never passes twice. */
export type GuessStore = {
	/** Takes one try from each, or none at all; how long to wait until there is one in each, 0 where they were taken. */
	take(buckets: readonly Bucket[], nowMs: number): Promise<number>;
	giveBack(buckets: readonly Bucket[], nowMs: number): Promise<void>;
	/**
	 * A browser that somebody has signed in with before is counted for itself, so that nobody is locked out by others.
	 * What it was known by before is worth nothing after.
	 */
	know(browser: KnownBrowser, person: string, nowMs: number): Promise<void>;
	knows(hash: string, person: string): Promise<boolean>;
	/** Lets go buckets that are full, and browsers nobody used since then. */
	forget(nowMs: number, unusedSinceMs: number): Promise<void>;
};

export type KnownBrowser = {
	readonly hash: string;
	readonly was: string | null;
};
