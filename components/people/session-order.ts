// In which order do sessions stand? This one first, then those of each person together, the last used first.
import type { SessionsReply } from "#lib/wire/people.ts";

type Session = SessionsReply["sessions"][number];

export const inOrder = (sessions: readonly Session[]): readonly Session[] =>
	sessions.toSorted(
		(a, b) =>
			Number(b.isThis) - Number(a.isThis) ||
			a.person.localeCompare(b.person) ||
			Date.parse(b.used) - Date.parse(a.used),
	);

/** Where the rest of somebody's sessions begin, and there are several. */
export function isFirstOfMany(
	ordered: readonly Session[],
	at: number,
): boolean {
	const person = ordered[at]?.person;
	const theirs = ordered.filter((it) => it.person === person);
	const first = theirs.find(({ isThis }) => !isThis);
	return theirs.length > 1 && first !== undefined && first === ordered[at];
}
