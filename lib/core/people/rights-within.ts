// What is left of some rights within the bounds of others? A token never does more than whoever made it can now.
import { actions } from "../clean-up/clean-up.ts";
import { needs } from "../clean-up/need.ts";
import { globOf } from "../filter/glob.ts";
import type { Grant, Right, Rights } from "./role.ts";
import { isAnyName, type Scope, type Where } from "./scope.ts";

export const rightsWithin = (rights: Rights, bounds: Rights): Rights =>
	rights.flatMap((grant) =>
		bounds.flatMap((bound) => {
			const may = grant.may.filter((right) => isIn(right, bound));
			const where = scopeWithin(grant.where, bound.where);
			return may.length === 0 || where?.length === 0 ? [] : [{ may, where }];
		}),
	);

/** Each right, wherever it holds, by one grant of the bounds. */
export const areCovered = (rights: Rights, bounds: Rights): boolean =>
	rights.every(({ may, where }) =>
		may.every((right) =>
			bounds.some(
				(bound) => isIn(right, bound) && isInside(where, bound.where),
			),
		),
	);

/** A clean-up that is granted by its name asks for no other right: only who has all of those may pass it on. */
const isIn = (right: Right, { may }: Grant): boolean =>
	may.includes(right) ||
	(actions.some((action) => action === right) &&
		needs.every((need) => may.includes(need)));

/** Where neither of two patterns lies within the other, nothing is left: rather too little than too much. */
function scopeWithin(scope: Scope, bounds: Scope): Scope {
	if (scope === null) return bounds;
	if (bounds === null) return scope;
	return scope.flatMap((where) =>
		bounds.flatMap((bound) => {
			if (isWhereInside(where, bound)) return [where];
			return isWhereInside(bound, where) ? [bound] : [];
		}),
	);
}

const isInside = (scope: Scope, bounds: Scope): boolean =>
	bounds === null ||
	(scope?.every((where) =>
		bounds.some((bound) => isWhereInside(where, bound)),
	) ??
		false);

const isWhereInside = (where: Where, bound: Where): boolean =>
	areInside(where.brokers, bound.brokers) &&
	areInside(where.channels, bound.channels) &&
	areInside(where.groups, bound.groups);

const areInside = (patterns: readonly string[], bounds: readonly string[]) =>
	isAnyName(bounds) ||
	patterns.every((pattern) =>
		bounds.some((bound) => bound === pattern || isOneOf(pattern, bound)),
	);

/** A pattern without a star is a name. */
const isOneOf = (pattern: string, bound: string): boolean =>
	!pattern.includes("*") && globOf(bound)(pattern);
