// Which sessions and tokens are somebody's own? Those of their name, where nobody else can be called so.
import { isOwner } from "#lib/core/people/people.ts";
import type { Session, Token } from "#lib/store/access-port.ts";
import type { Person } from "./sessions.ts";

/** A wall screen, a program and a visitor are called as somebody else may be: theirs is what they came in by, and nothing else. */
export const bearsName = (person: Pick<Person, "name" | "way">): boolean =>
	isOwner(person) || ["password", "provider", "proxy"].includes(person.way);

/** Of a session or token: whose it is. */
export const isTheirs = (
	person: Pick<Person, "name" | "way" | "session">,
	it: Pick<Session | Token, "person" | "hash">,
): boolean =>
	it.hash === person.session ||
	(bearsName(person) && it.person === person.name);
