// What has to be known before it is said whether who may come in may be changed so?
import type { PeopleWish } from "#lib/core/people/people.ts";
import type { KnownPerson, Session, Token } from "#lib/store/access-port.ts";
import type { Store } from "#lib/store/store.ts";

export type KnownPeople = {
	readonly people: readonly KnownPerson[];
	readonly sessions: readonly Session[];
	readonly tokens: readonly Token[];
	/** Who comes by a provider or proxy is called as somebody new would be. */
	readonly isBorne: boolean;
};

export const knownPeople = async (
	store: Store,
	wish: PeopleWish,
	nowMs: number,
): Promise<KnownPeople> => ({
	people: await store.people.people(),
	sessions: await store.sessions.all(null, nowMs),
	tokens: await store.people.tokens(nowMs),
	isBorne:
		(wish.verb === "add person" || wish.verb === "offer link") &&
		(await store.names.isBorne(wish.person)),
});

export const tokenIn = ({ tokens }: KnownPeople, id: string): Token | null =>
	tokens.find((token) => token.id === id) ?? null;
export const sessionIn = (
	{ sessions }: KnownPeople,
	id: string,
): Session | null => sessions.find((session) => session.id === id) ?? null;
export const personIn = (
	{ people }: KnownPeople,
	name: string,
): KnownPerson | null => people.find((person) => person.name === name) ?? null;
