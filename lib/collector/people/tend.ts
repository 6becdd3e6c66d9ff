// May whoever asks change who may come in? Then it is changed, with a line of the record that says from what to what.
import { randomBytes } from "node:crypto";
import {
	type KnownPeople,
	knownPeople,
	personIn,
	sessionIn,
	tokenIn,
} from "#lib/access/known-people.ts";
import { idleMaxMs, type Person, personOf } from "#lib/access/sessions.ts";
import { refusePeople } from "#lib/access/tending.ts";
import type { AlertAnswer } from "#lib/core/alert/asked/errand.ts";
import type { Errand } from "#lib/core/errand.ts";
import type { Access } from "#lib/core/people/access.ts";
import { changeOfPeople } from "#lib/core/people/changed.ts";
import {
	linkOpenedWithinDays,
	type PeopleWish,
} from "#lib/core/people/people.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Token } from "#lib/store/access-port.ts";
import type { Store } from "#lib/store/store.ts";
import { peopleLine } from "./line.ts";

export type TendParts = {
	readonly store: Store;
	readonly access: Access;
	now(): number;
};

export type PeopleAnswers = (
	wish: PeopleWish,
	errand: Errand,
) => Promise<AlertAnswer>;

type Asked = {
	readonly wish: PeopleWish;
	readonly errand: Errand;
	readonly known: KnownPeople;
	readonly person: Person;
	readonly nowMs: number;
};

const dayMs = 24 * 3_600_000;

export const tendPeopleOf =
	({ store, access, now }: TendParts): PeopleAnswers =>
	async (wish, errand) => {
		const nowMs = now();
		const person = await personOf(store, errand.session, access, nowMs);
		if (!person) throw new Problem("forbidden", "not allowed");
		const known = await knownPeople(store, wish, nowMs);
		const asked = { wish, errand, known, person, nowMs };
		if (!isDone(asked)) {
			refusePeople(known, { wish, asker: person, access });
			if (!(await change(store, asked)))
				throw new Problem("stale", "changed meanwhile");
		}
		const name = nameOf(wish, known);
		const roles = personIn(known, name ?? "")?.roles ?? null;
		return {
			...{ is: "changed", id: name },
			change: changeOfPeople(wish, { name, roles }),
		};
	};

/** Asked again, because the answer could not be written down: nothing is done twice. */
function isDone({ wish, errand, known, person }: Asked): boolean {
	switch (wish.verb) {
		case "add person": {
			const { madeBy, madeMs = 0 } = personIn(known, wish.person) ?? {};
			return madeBy === person.name && madeMs >= errand.askedMs;
		}
		case "set password": {
			const { passwordMs } = personIn(known, wish.person) ?? {};
			return (passwordMs ?? 0) > errand.askedMs && isAsker(wish.person, person);
		}
		case "add token":
			return known.tokens.some(
				({ hash, person: maker }) =>
					hash === wish.token && maker === person.name,
			);
		default:
			return false;
	}
}

const isAsker = (name: string, person: Person): boolean => name === person.name;

async function change({ people }: Store, asked: Asked): Promise<boolean> {
	const { wish, known, person, nowMs } = asked;
	const line = peopleLine(asked);
	switch (wish.verb) {
		case "add person": {
			const { person: name, roles } = wish;
			const made = { madeMs: nowMs, madeBy: person.name };
			const none = { verifier: null, passwordMs: null, signedInMs: null };
			return people.add({ name, roles, ...none, ...made }, line);
		}
		case "set roles":
			return people.setRoles(wish.person, wish.roles, line);
		case "remove person":
			return people.remove(wish.person, line);
		case "set password": {
			const own = isAsker(wish.person, person) ? person.session : null;
			return people.setPassword(wish.person, wish.laid, own, line);
		}
		case "invite":
		case "offer link":
			return people.offer(offerOf(wish, nowMs), line);
		case "add token":
			return people.addToken(tokenOf(wish, person, nowMs), line);
		case "end token":
			return people.endToken(wish.token, line);
		case "end session":
			return people.endSessions({ id: wish.session }, line);
		case "end sessions": {
			const has = known.sessions.some((it) => it.person === wish.person);
			return !has || people.endSessions({ person: wish.person }, line);
		}
	}
}

type Offering = Extract<PeopleWish, { readonly verb: "invite" | "offer link" }>;

function offerOf(wish: Offering, nowMs: number) {
	const isInvitation = wish.verb === "invite";
	const lastsMs = isInvitation ? 0 : wish.days * dayMs;
	return {
		...{ hash: wish.key, person: wish.person, isInvitation },
		expiresMs: nowMs + linkOpenedWithinDays * dayMs,
		roles: isInvitation ? [] : wish.roles,
		// A screen on a wall asks all day long; one that is off for a week comes back.
		...{ lastsMs, idleMs: isInvitation ? idleMaxMs : lastsMs },
	};
}

const tokenOf = (
	wish: Extract<PeopleWish, { readonly verb: "add token" }>,
	{ name: person }: Person,
	nowMs: number,
): Token => ({
	...{ hash: wish.token, id: randomBytes(12).toString("base64url") },
	...{ name: wish.name, person, roles: wish.roles, madeMs: nowMs },
	...{ expiresMs: nowMs + wish.days * dayMs, usedMs: null },
});

/** What the change is about, by its name. */
export function nameOf(wish: PeopleWish, known: KnownPeople): string | null {
	switch (wish.verb) {
		case "add token":
			return wish.name;
		case "end token":
			return tokenIn(known, wish.token)?.name ?? null;
		case "end session":
			return sessionIn(known, wish.session)?.person ?? null;
		default:
			return wish.person;
	}
}
