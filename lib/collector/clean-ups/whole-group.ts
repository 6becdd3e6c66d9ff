// Which subscriptions are one to a clean-up of a whole group? All of that group, so that it is done once and found again from each.
import { canonical } from "#lib/core/canonical.ts";
import type { Filter } from "#lib/core/filter/filter.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { Store } from "#lib/store/store.ts";

const rowsAtOnce = 500;

export const groupOf = ({ broker, kind, group }: Subscription): string =>
	canonical([broker, kind, group]);

/** Those that are on the board by now, without the one itself. */
export async function othersOf(
	id: string,
	subscription: Subscription,
	{ board }: Store,
): Promise<readonly string[]> {
	const { broker, group } = subscription;
	const filter: Filter = [
		{ is: "match", key: "broker", pattern: broker, not: false },
		{ is: "match", key: "group", pattern: group ?? "", not: false },
	];
	const others: string[] = [];
	let cursor: string | null = null;
	do {
		const page = await board.page({
			...{ filter, cursor, sort: "name", limit: rowsAtOnce, fold: null },
		});
		// A pattern fits more: other cases, and whatever stands for a star.
		for (const row of page.rows)
			if (row.id !== id && groupOf(row) === groupOf(subscription))
				others.push(row.id);
		cursor = page.next;
	} while (cursor !== null);
	return others;
}
