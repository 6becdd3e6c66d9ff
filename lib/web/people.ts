// Who may come in, who is signed in, and which tokens are there? One's own, and everybody's for who tends people.
import { knownPeople } from "#lib/access/known-people.ts";
import { refusePeople } from "#lib/access/tending.ts";
import { isTheirs } from "#lib/access/theirs.ts";
import type { PeopleWish } from "#lib/core/people/people.ts";
import { mayEverywhere } from "#lib/core/people/rights.ts";
import { usualRoleNames } from "#lib/core/people/role.ts";
import type { KnownPerson, Session, Token } from "#lib/store/access-port.ts";
import { isoOf } from "#lib/wire/on-wire.ts";
import type {
	PeopleReply,
	PersonReply,
	SessionsReply,
	TokensReply,
} from "#lib/wire/people.ts";
import type { AskedBy } from "./guard.ts";
import { reply } from "./reply.ts";
import { grantOnWire } from "./session.ts";

const isoOrNull = (ms: number | null): string | null =>
	ms === null ? null : isoOf(ms);

const tendsPeople = ({ person }: AskedBy): boolean =>
	mayEverywhere(person.rights, "administer");

export async function answerPeople({ place }: AskedBy): Promise<Response> {
	const store = await place.store();
	const { roles, groups } = place.access;
	const body: PeopleReply = {
		people: (await store.people.people()).map(personOnWire),
		roles: [...roles].flatMap(([name, grants]) =>
			name === "visitor"
				? []
				: [{ name, isUsual: isUsual(name), grants: grants.map(grantOnWire) }],
		),
		groups: Object.entries(groups).map(([group, named]) => ({
			...{ group, roles: [...named] },
		})),
	};
	return reply(body);
}

const isUsual = (name: string): boolean =>
	usualRoleNames.some((usual) => usual === name);

const personOnWire = (person: KnownPerson): PersonReply => ({
	name: person.name,
	roles: [...person.roles],
	hasPassword: person.verifier !== null,
	made: isoOf(person.madeMs),
	madeBy: person.madeBy,
	passwordSet: isoOrNull(person.passwordMs),
	signedIn: isoOrNull(person.signedInMs),
});

export async function answerSessions(asked: AskedBy): Promise<Response> {
	const { place, person, nowMs } = asked;
	const store = await place.store();
	const whose = tendsPeople(asked) ? null : person.name;
	const sessions = (await store.sessions.all(whose, nowMs)).filter(
		(it) => whose === null || isTheirs(person, it),
	);
	const body: SessionsReply = {
		sessions: sessions.map((it) =>
			sessionShown(it, it.hash === person.session),
		),
	};
	return reply(body);
}

const sessionShown = (
	{ id, person, way, from, browser, ...times }: Session,
	isThis: boolean,
) => ({
	...{ id, person, way, from, browser, isThis },
	started: isoOf(times.startedMs),
	used: isoOf(times.usedMs),
	ends: isoOf(times.endsMs),
});

export async function answerTokens(asked: AskedBy): Promise<Response> {
	const { place, person, nowMs } = asked;
	const store = await place.store();
	const tokens = (await store.people.tokens(nowMs)).filter(
		(token) => tendsPeople(asked) || isTheirs(person, token),
	);
	const body: TokensReply = { tokens: tokens.map(tokenShown) };
	return reply(body);
}

const tokenShown = ({ id, name, person, roles, ...times }: Token) => ({
	...{ id, name, person, roles: [...roles] },
	made: isoOf(times.madeMs),
	expires: isoOf(times.expiresMs),
	used: isoOrNull(times.usedMs),
});

/** What cannot be is refused at once; the collector asks again before it does anything. */
export async function judgePeople(
	wish: PeopleWish,
	{ person, place, nowMs }: AskedBy,
): Promise<void> {
	const known = await knownPeople(await place.store(), wish, nowMs);
	refusePeople(known, { wish, asker: person, access: place.access });
}
