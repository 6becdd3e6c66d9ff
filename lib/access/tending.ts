// What keeps somebody from changing who may come in? Asked by the web before it is written down and by the collector before it is done.
import type { Access } from "#lib/core/people/access.ts";
import type { PeopleFault } from "#lib/core/people/faults.ts";
import {
	isOwner,
	makesTokens,
	ownNames,
	type PeopleWish,
} from "#lib/core/people/people.ts";
import { mayEverywhere, rightsOf } from "#lib/core/people/rights.ts";
import { areCovered } from "#lib/core/people/rights-within.ts";
import { Problem } from "#lib/core/problem.ts";
import type { KnownPerson, Session, Token } from "#lib/store/access-port.ts";
import {
	type KnownPeople,
	personIn,
	sessionIn,
	tokenIn,
} from "./known-people.ts";
import type { Person } from "./sessions.ts";
import { bearsName, isTheirs } from "./theirs.ts";

export type Asking = {
	readonly wish: PeopleWish;
	readonly asker: Person;
	readonly access: Access;
};

export const peopleMax = 10_000;
export const tokensMax = 100;

/** Throws where something does. */
export function refusePeople(known: KnownPeople, asking: Asking): void {
	const { asker, wish } = asking;
	if (asker.way === "token")
		throw new Problem("forbidden", "not for tokens" satisfies PeopleFault);
	if (asker.way === "demo") throw new Problem("forbidden", "not allowed");
	if (!mayTend(known, asking)) throw refusalFor(wish);
	const fault = faultOf(known, asking);
	if (fault !== null) throw fault;
}

const administers = (asker: Person): boolean =>
	mayEverywhere(asker.rights, "administer");

/** One's own sessions, tokens and password, and with the right for it everybody's; a password only by who has it. */
function mayTend(known: KnownPeople, { wish, asker }: Asking): boolean {
	switch (wish.verb) {
		case "set password":
			return (
				isOwner(asker) ||
				(asker.way === "password" && asker.name === wish.person)
			);
		case "add token":
			return true;
		case "end token":
			return isTheirToEnd(asker, tokenIn(known, wish.token));
		case "end session":
			return isTheirToEnd(asker, sessionIn(known, wish.session));
		case "end sessions":
			return (
				administers(asker) || (bearsName(asker) && wish.person === asker.name)
			);
		default:
			return administers(asker);
	}
}

const isTheirToEnd = (asker: Person, it: Session | Token | null): boolean =>
	administers(asker) || (it !== null && isTheirs(asker, it));

/** Whoever may not end it is not told whether it is there. */
function refusalFor({ verb }: PeopleWish): Problem {
	if (verb === "end token") return refused("token gone");
	if (verb === "end session") return refused("session gone");
	return new Problem("forbidden", "not allowed");
}

const refused = (
	key: PeopleFault,
	values: Readonly<Record<string, string | number>> = {},
) => new Problem("refused", key, values);

function faultOf(known: KnownPeople, asking: Asking): Problem | null {
	const { wish, access } = asking;
	switch (wish.verb) {
		case "add person":
			return (
				nameFault(known, wish.person) ??
				screenFault(known, wish.person) ??
				(known.people.length >= peopleMax
					? refused("people too many", { most: peopleMax })
					: roleFault(wish.roles, access))
			);
		case "set roles":
			return (
				goneFault(known, wish.person) ??
				roleFault(wish.roles, access) ??
				lastFault(known, asking, wish.person, wish.roles)
			);
		case "remove person":
			return (
				goneFault(known, wish.person) ??
				lastFault(known, asking, wish.person, [])
			);
		case "invite":
			return access.passwords
				? goneFault(known, wish.person)
				: refused("passwords off");
		case "set password":
			return goneFault(known, wish.person);
		case "offer link":
			return (
				nameFault(known, wish.person) ??
				roleFault(wish.roles, access) ??
				(mayAdminister(wish.roles, access) ? refused("link administers") : null)
			);
		case "add token":
			return tokenFault(known, asking, wish.roles);
		case "end token":
			return tokenIn(known, wish.token) ? null : refused("token gone");
		case "end session":
			return sessionIn(known, wish.session) ? null : refused("session gone");
		case "end sessions":
			return null;
	}
}

/** Two who differ only in how their name is written could be taken for each other in the record. */
function nameFault(known: KnownPeople, name: string): Problem | null {
	const alike = (other: string) => folded(other) === folded(name);
	if (Object.values(ownNames).some(alike))
		return refused("person name reserved", { name });
	const isTaken =
		known.isBorne || known.people.some((person) => alike(person.name));
	return isTaken ? refused("person name taken", { name }) : null;
}

/** Whoever passes a screen would end what is theirs, and stand for them in the record. */
function screenFault({ sessions }: KnownPeople, name: string): Problem | null {
	const isScreen = sessions.some(
		({ way, person }) => way === "link" && folded(person) === folded(name),
	);
	return isScreen ? refused("person name taken", { name }) : null;
}

const folded = (name: string): string => name.normalize("NFKC").toLowerCase();

const goneFault = (known: KnownPeople, name: string): Problem | null =>
	personIn(known, name) ? null : refused("person gone", { name });

/** The visitor's role is for a demo, and for nobody with a name. */
function roleFault(roles: readonly string[], { roles: known }: Access) {
	const role = roles.find((it) => it === ownNames.demo || !known.has(it));
	return role === undefined ? null : refused("role unknown", { role });
}

const mayAdminister = (roles: readonly string[], { roles: known }: Access) =>
	mayEverywhere(rightsOf(roles, known), "administer");

/** Whoever has the terminal can always come in and mend it; nobody locks all others out from a browser. */
function lastFault(
	{ people }: KnownPeople,
	{ asker, access }: Asking,
	name: string,
	roles: readonly string[],
): Problem | null {
	// Who was invited and set no password yet lets nobody in.
	const tends = (person: KnownPerson) =>
		person.verifier !== null && mayAdminister(person.roles, access);
	const was = people.some((person) => person.name === name && tends(person));
	if (!was || mayAdminister(roles, access) || isOwner(asker)) return null;
	const others =
		access.passwords && people.some((it) => it.name !== name && tends(it));
	const comesFromElsewhere =
		(access.provider !== null || access.headers !== null) &&
		[access.everybody, ...Object.values(access.groups)].some((given) =>
			mayAdminister(given, access),
		);
	return others || comesFromElsewhere ? null : refused("last admin");
}

function tokenFault(
	{ tokens }: KnownPeople,
	{ asker, access }: Asking,
	roles: readonly string[],
): Problem | null {
	if (!makesTokens(asker)) return refused("token not yours to make");
	const unknown = roleFault(roles, access);
	if (unknown !== null) return unknown;
	const beyond = roles.find(
		(role) => !areCovered(rightsOf([role], access.roles), asker.rights),
	);
	if (beyond !== undefined)
		return refused("token beyond maker", { role: beyond });
	const own = tokens.filter(({ person }) => person === asker.name);
	return own.length >= tokensMax
		? refused("tokens too many", { most: tokensMax })
		: null;
}
