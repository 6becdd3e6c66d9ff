// Which clean-ups fit a subscription as it stands, and what keeps somebody from each? Told on the button, before anything is asked.

import { type Action, actions } from "#lib/core/clean-up/clean-up.ts";
import {
	type Hindrance,
	hindranceAnywhere,
	hindranceTo,
	type Leave,
} from "#lib/core/clean-up/consent.ts";
import { type FittingAction, fittingFor } from "#lib/core/clean-up/fitting.ts";
import { type Need, needOf } from "#lib/core/clean-up/need.ts";
import { scopeOf } from "#lib/core/people/rights.ts";
import type { Scope } from "#lib/core/people/scope.ts";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import { wishFor } from "./wish.ts";

export type OfferedAction = FittingAction;

export type Offer = {
	readonly action: OfferedAction;
	/** How many messages and members it is about, as the board knows; null where it does not. */
	readonly held: number | null;
	readonly dead: number | null;
	readonly hindrance: Hindrance | "no dead" | null;
	/** The plan would refuse it as things stand; what is on the board may be a moment old. */
	readonly hasMembers: boolean;
	readonly need: Need;
	/** Where somebody may; none is nowhere. */
	readonly allowed: Scope;
	/** What somebody most likely came for. */
	readonly isFirst: boolean;
};

/** What keeps somebody from it, with what is said of that. */
export type Hindered = Pick<Offer, "hindrance" | "need" | "allowed">;

export const allowedIn = (
	{ rights }: Leave,
	{ action, need }: { readonly action: Action; readonly need: Need },
): Scope => scopeOf(rights, [need, action]);

export type OfferedRow = Pick<
	RowReply,
	"members" | "reason" | "holding" | "broker" | "channel" | "group" | "verdict"
>;

/** What most come for stands where it is seen; the rest is one key away. */
const usual: readonly OfferedAction[] = [
	...(["reclaim", "remove", "recover", "reset"] as const),
];

const rankOf = ({ action, isFirst }: Offer): number =>
	isFirst ? 0 : usual.includes(action) ? 1 + usual.indexOf(action) : 9;

/** In the order in which they are offered: what fits first, then the usual ones, then from harmless to grave. */
export function offersFor(
	row: OfferedRow,
	kind: SystemReply["kinds"][string] | undefined,
	leave: Leave | null,
): readonly Offer[] {
	const offered = actions
		.filter((action) => action !== "undo" && action !== "evict")
		.filter((action) => kind?.actions?.includes(action))
		.map((action) => offerOf(action, row, leave));
	return offered.toSorted((a, b) => rankOf(a) - rankOf(b));
}

export function offerOf(
	action: OfferedAction,
	row: OfferedRow,
	leave: Leave | null,
): Offer {
	const need = needOf(wishFor(action));
	const dead = row.members?.dead ?? null;
	const held = action === "recover" ? heldStill(row) : heldByAbsent(row);
	const hindrance = leave && hindranceTo(leave, row, { action, need });
	const isIdle = action === "remove" && dead === 0;
	return {
		...{ action, held, dead, need },
		allowed: leave && allowedIn(leave, { action, need }),
		hindrance: hindrance ?? (isIdle ? "no dead" : null),
		hasMembers: action === "reset" && (row.members?.live?.n ?? 0) > 0,
		isFirst: action === fittingFor(row),
	};
}

/** For several at once, whose brokers are looked at one by one when the plans are drawn. */
export function hindranceToAll(
	action: OfferedAction,
	leave: Leave,
): Hindered | null {
	const need = needOf(wishFor(action));
	const hindrance = hindranceAnywhere(leave, { action, need });
	return (
		hindrance && {
			hindrance,
			need,
			allowed: allowedIn(leave, { action, need }),
		}
	);
}

/** Where nobody is dead, what stuck members hold is meant. */
export function wishOf(
	action: OfferedAction,
	row: Pick<OfferedRow, "members">,
) {
	const wish = wishFor(action);
	if (wish.action !== "reclaim") return wish;
	const { dead, stuck } = row.members ?? {};
	return { ...wish, stuck: !dead && (stuck ?? 0) > 0 };
}

/** As far as the board says so: what all members hold is no count of what dead ones do. */
function heldByAbsent({ reason, holding }: OfferedRow): number | null {
	if (holding === 0) return 0;
	const { messages } = reason.values;
	return reason.code === "held by absent" && typeof messages === "number"
		? messages
		: null;
}

/** Whose worker is gone, as far as the board says so. */
function heldStill({ reason }: OfferedRow): number | null {
	const { messages } = reason.values;
	return reason.code === "held still" && typeof messages === "number"
		? messages
		: null;
}
