// Who may do what, and where? The one table, asked by the screen, by the web before it writes and by the collector before it acts.
import { type Action, actions } from "../clean-up/clean-up.ts";
import { type Need, needs } from "../clean-up/need.ts";
import type { Right, Rights, Roles } from "./role.ts";
import {
	holdsAllOfGroup,
	holdsAt,
	isWhole,
	type Scope,
	type Spot,
} from "./scope.ts";

/** A role nobody has heard of may do nothing. */
export const rightsOf = (names: readonly string[], known: Roles): Rights =>
	names.flatMap((name) => known.get(name) ?? []);

/** At any place at all. */
export const may = (rights: Rights, right: Right): boolean =>
	rights.some((grant) => grant.may.includes(right));

export const mayEverywhere = (rights: Rights, right: Right): boolean =>
	may(rights, right) && scopeOf(rights, [right]) === null;

export const mayAt = (rights: Rights, right: Right, spot: Spot): boolean =>
	holdsAt(scopeOf(rights, [right]), spot);

/** By what it needs, or because it was granted by name. */
export const mayCleanUp = (
	rights: Rights,
	action: Action,
	need: Need,
): boolean => may(rights, need) || may(rights, action);

/** A plan is a look as well, at something that is there; where a channel is trimmed, at all its groups. */
export const mayCleanUpAt = (
	rights: Rights,
	action: Action,
	need: Need,
	spot: Spot,
): boolean => {
	const all = action === "trim" ? { ...spot, group: null } : spot;
	return neededFor(action, need).every((any) =>
		holdsAt(scopeOf(rights, any), all),
	);
};

/** What is done to a group with all its channels, also those that nobody has heard of yet. */
export const mayCleanUpGroup = (
	rights: Rights,
	action: Action,
	need: Need,
	spot: Spot,
): boolean =>
	neededFor(action, need).every((any) =>
		holdsAllOfGroup(scopeOf(rights, any), spot),
	);

/** All of these, by any right of each. */
const neededFor = (
	action: Action,
	need: Need,
): readonly (readonly Right[])[] => [["see"], ["look"], [need, action]];

/** Enough to say stop. */
export const mayCleanUpAnythingAt = (rights: Rights, spot: Spot): boolean =>
	mayAt(rights, "see", spot) &&
	holdsAt(scopeOf(rights, [...needs, ...actions]), spot);

export const mayCleanUpAnything = (rights: Rights): boolean =>
	rights.some((grant) =>
		grant.may.some((right) => isNeed(right) || isAction(right)),
	);

const isNeed = (right: Right) => needs.some((need) => need === right);
const isAction = (right: Right) => actions.some((action) => action === right);

/** Where any of these is allowed: null is everywhere, none is nowhere. */
export function scopeOf(rights: Rights, wanted: readonly Right[]): Scope {
	const wheres = rights
		.filter((grant) => wanted.some((right) => grant.may.includes(right)))
		.map(({ where }) => where);
	const some = wheres.flatMap((where) => where ?? []);
	return wheres.includes(null) || some.some(isWhole) ? null : some;
}
