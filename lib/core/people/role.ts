// What may a role do, and where? Its grants; whatever no grant names is refused.
import type { Action } from "../clean-up/clean-up.ts";
import type { Scope } from "./scope.ts";

/** From harmless to grave. */
export const acts = [
	"see",
	"look",
	/** What messages say. */
	"see contents",
	/** Rules, mutes and who is told: nothing of it changes a broker. */
	"tend alerts",
	"act without loss",
	"act",
	"administer",
] as const;
export type Act = (typeof acts)[number];

/** A clean-up may be named by itself: whoever may do that one needs no right for others of its kind. */
export type Right = Act | Action;

export type Grant = {
	readonly may: readonly Right[];
	readonly where: Scope;
};

/** All that somebody may, from each of their roles. */
export type Rights = readonly Grant[];

export const usualRoleNames = [
	"viewer",
	"operator",
	"visitor",
	"admin",
] as const;
export type UsualRole = (typeof usualRoleNames)[number];

const everywhere = (may: readonly Right[]): Rights => [{ may, where: null }];

export const usualRoles: Readonly<Record<UsualRole, Rights>> = {
	viewer: everywhere(["see", "look"]),
	operator: everywhere(["see", "look", "tend alerts", "act without loss"]),
	/** Whoever opens a demo: an operator of an invented world, where no message says anything about anybody. */
	visitor: everywhere([
		...(["see", "look", "see contents", "tend alerts"] as const),
		"act without loss",
	]),
	admin: everywhere(acts),
};

/** Every role there is, by its name: the usual ones and those of the configuration. */
export type Roles = ReadonlyMap<string, Rights>;

export const rolesWith = (own: readonly OwnRole[]): Roles =>
	new Map<string, Rights>([
		...Object.entries(usualRoles),
		...own.map(({ name, grants }) => [name, grants] as const),
	]);

export type OwnRole = {
	readonly name: string;
	readonly grants: Rights;
};
