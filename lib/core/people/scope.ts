// Where does a right hold? Brokers, channels and groups by name, and everything else is not there for whoever has it.
import { globOf } from "../filter/glob.ts";

/** What a name of each is measured by; `*` fits every name, and a channel that nobody reads as a group. */
export type Where = {
	readonly brokers: readonly string[];
	readonly channels: readonly string[];
	readonly groups: readonly string[];
};

/** Any of them is enough; null is everywhere, and none is nowhere. */
export type Scope = readonly Where[] | null;

export type Spot = {
	readonly broker: string;
	readonly channel: string;
	readonly group: string | null;
};

export const anyName = ["*"] as const;

export const isAnyName = (patterns: readonly string[]): boolean =>
	patterns.some((pattern) => /^\*+$/.test(pattern));

export const holdsAt = (scope: Scope, { broker, channel, group }: Spot) =>
	scope === null ||
	scope.some(
		({ brokers, channels, groups }) =>
			fits(brokers, broker) && fits(channels, channel) && fits(groups, group),
	);

/** Something of this broker may be in it. */
export const reaches = (scope: Scope, broker: string): boolean =>
	scope === null || scope.some(({ brokers }) => fits(brokers, broker));

/** All of this broker is in it, whatever it is called. */
export const holdsAllOf = (scope: Scope, broker: string): boolean =>
	scope === null ||
	scope.some(
		({ brokers, channels, groups }) =>
			fits(brokers, broker) && isAnyName(channels) && isAnyName(groups),
	);

/** A group that reads no channel: where a scope names it, or all channels are in it. */
export const holdsGroup = (scope: Scope, broker: string, group: string) =>
	scope === null ||
	scope.some(
		({ brokers, channels, groups }) =>
			fits(brokers, broker) &&
			fits(groups, group) &&
			(isAnyName(channels) || !isAnyName(groups)),
	);

/** A group with all its channels, also those nobody knows yet. */
export const holdsAllOfGroup = (
	scope: Scope,
	{ broker, group }: Pick<Spot, "broker" | "group">,
): boolean =>
	scope === null ||
	scope.some(
		({ brokers, channels, groups }) =>
			fits(brokers, broker) && isAnyName(channels) && fits(groups, group),
	);

/** Where everything is in it, whatever it is called. */
export const isWhole = ({ brokers, channels, groups }: Where): boolean =>
	isAnyName(brokers) && isAnyName(channels) && isAnyName(groups);

const fits = (patterns: readonly string[], name: string | null): boolean =>
	isAnyName(patterns) ||
	(name !== null &&
		patterns.some((pattern) => globOf(sought(pattern))(sought(name))));

/** No engine is asked for a NUL: a store must come to the same answer. */
const sought = (name: string): string => name.replaceAll("\0", "\ufffd");
