// May whoever asked do this to that subscription, and where it is done to a group with all its channels, to all of those?
import type { Action } from "#lib/core/clean-up/clean-up.ts";
import type { Need } from "#lib/core/clean-up/need.ts";
import { mayCleanUpAt, mayCleanUpGroup } from "#lib/core/people/rights.ts";
import type { Rights } from "#lib/core/people/role.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { Store } from "#lib/store/store.ts";

export type Deed = {
	readonly action: Action;
	readonly need: Need;
	/** What is taken back, where something is. */
	readonly undone?: Action;
};

export type Allowance = (spot: Subscription, deed: Deed) => boolean;

/** By the rights they have now. */
export async function allowanceOf(
	{ board }: Pick<Store, "board">,
	rights: Rights,
): Promise<Allowance> {
	const systems = new Map(
		(await board.systems()).map(({ name, kinds }) => [name, kinds]),
	);
	const brokers = new Map(
		(await board.brokers()).map(({ name, system }) => [name, system]),
	);
	return (spot, { action, need, undone = action }) => {
		const kinds = systems.get(brokers.get(spot.broker) ?? "");
		const isWhole = kinds?.[spot.kind]?.wholeGroup?.includes(undone) === true;
		return isWhole
			? mayCleanUpGroup(rights, action, need, spot)
			: mayCleanUpAt(rights, action, need, spot);
	};
}
