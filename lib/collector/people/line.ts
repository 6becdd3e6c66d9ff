// What does the record tell of a change of who may come in? From what to what, so that a line can be read alone; nothing in it opens anything.
import {
	type KnownPeople,
	personIn,
	sessionIn,
	tokenIn,
} from "#lib/access/known-people.ts";
import type { Person } from "#lib/access/sessions.ts";
import type { Errand } from "#lib/core/errand.ts";
import type { PeopleWish } from "#lib/core/people/people.ts";
import type { RecordEntry } from "#lib/core/record.ts";

type Step = {
	readonly wish: PeopleWish;
	readonly errand: Errand;
	readonly known: KnownPeople;
	readonly person: Person;
	readonly nowMs: number;
};

export function peopleLine({
	wish,
	errand,
	known,
	person: { name: by },
	nowMs: atMs,
}: Step): RecordEntry {
	// The name is that of the session: a row may say any.
	return { atMs, errand: errand.id, by, ...toldOf(wish, known) };
}

const isoOf = (ms: number): string => new Date(ms).toISOString();

function toldOf(
	wish: PeopleWish,
	known: KnownPeople,
): Pick<RecordEntry, "event" | "told"> {
	switch (wish.verb) {
		case "add person": {
			const { person, roles } = wish;
			return { event: "person added", told: { person, roles } };
		}
		case "set roles": {
			const { person, roles: after } = wish;
			const before = personIn(known, person)?.roles ?? null;
			return { event: "roles changed", told: { person, before, after } };
		}
		case "remove person": {
			const { person } = wish;
			const roles = personIn(known, person)?.roles ?? null;
			const tokens = known.tokens.filter((it) => it.person === person);
			const ended = tokens.map(({ name }) => name);
			return {
				event: "person removed",
				told: { person, roles, tokens: ended },
			};
		}
		case "invite":
			return { event: "invited", told: { person: wish.person } };
		case "set password":
			return { event: "password set", told: { person: wish.person } };
		case "offer link": {
			const { person, roles, days } = wish;
			return { event: "link made", told: { person, roles, days } };
		}
		case "add token": {
			const { name, roles, days } = wish;
			return { event: "token made", told: { name, roles, days } };
		}
		case "end token": {
			const { name, person, roles } = tokenIn(known, wish.token) ?? {};
			return { event: "token ended", told: { name, person, roles } };
		}
		case "end session": {
			const found = sessionIn(known, wish.session);
			const began = found ? isoOf(found.startedMs) : null;
			const { person, way, from = null } = found ?? {};
			return { event: "session ended", told: { person, way, from, began } };
		}
		case "end sessions": {
			const { person } = wish;
			const ended = known.sessions.filter((it) => it.person === person);
			return {
				event: "session ended",
				told: { person, sessions: ended.length },
			};
		}
	}
}
