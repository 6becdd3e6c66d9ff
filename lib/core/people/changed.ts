// What does a change of who may come in come to, for whoever looks back? Only what is another since, and nothing that opens anything.
import type { Change, ChangedPart } from "../change.ts";
import type { PeopleWish } from "./people.ts";

/** What was there before it, as far as it was there. */
export type Before = {
	/** Of the person it is about. */
	readonly roles: readonly string[] | null;
	/** Whose session or which token ended. */
	readonly name: string | null;
};

export function changeOfPeople(wish: PeopleWish, before: Before): Change {
	switch (wish.verb) {
		case "add person":
			return named(wish.person, rolesOf(null, wish.roles));
		case "set roles":
			return named(wish.person, rolesOf(before.roles, wish.roles));
		case "remove person":
			return named(wish.person, rolesOf(before.roles, null));
		case "offer link":
			return named(wish.person, [
				...rolesOf(null, wish.roles),
				...lasting(wish.days),
			]);
		case "add token":
			return named(wish.name, [
				...rolesOf(null, wish.roles),
				...lasting(wish.days),
			]);
		case "end token":
		case "end session":
			return named(before.name, []);
		default:
			return named(wish.person, []);
	}
}

const named = (name: string | null, parts: readonly ChangedPart[]): Change => ({
	name,
	among: null,
	target: null,
	parts,
});

const lasting = (days: number): readonly ChangedPart[] => [
	{ part: "days", before: null, after: String(days) },
];

function rolesOf(
	before: readonly string[] | null,
	after: readonly string[] | null,
): readonly ChangedPart[] {
	const [was, is] = [before, after].map((it) => it?.join(", ") ?? null);
	return was === is
		? []
		: [{ part: "roles", before: was ?? null, after: is ?? null }];
}
