// What is it about? Names or a filter become a fixed list: who approves it approves these and no others.
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import { isTooMany } from "#lib/core/clean-up/consent.ts";
import {
	type Target,
	type Targets,
	targetsMax,
} from "#lib/core/clean-up/undertaking.ts";
import { isUndoable, undoFaultOf } from "#lib/core/clean-up/undo.ts";
import { type Filter, parseFilter } from "#lib/core/filter.ts";
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { Store } from "#lib/store/store.ts";
import { groupOf, othersOf } from "./whole-group.ts";

/** One of the list, and why no plan is drawn for it; null where one is. */
export type Listed = {
	readonly id: string;
	readonly subscription: Subscription;
	readonly failure: ProblemDetail | null;
	/** What is taken back; null where nothing is. */
	readonly undone: Target | null;
	/** The other subscriptions of its group, where it is about all of that. */
	readonly others: readonly string[];
};

export type Resolved = {
	readonly listed: readonly Listed[];
	/** How many more fit. */
	readonly leftOut: number;
};

const rowsAtOnce = 500;

export async function resolve(
	targets: Targets,
	cleanUp: CleanUp,
	store: Store,
	nowMs: number,
): Promise<Resolved> {
	if (cleanUp.action === "undo") {
		const listed = await undoneBy(cleanUp.errand, store, nowMs);
		return { listed, leftOut: 0 };
	}
	if (isTooMany(cleanUp, targets))
		throw new Problem("refused", "one at a time");
	const offer = await offerOf(store, cleanUp);
	const { listed, leftOut } =
		"filter" in targets
			? await fitting(filterIn(targets.filter), store, offer)
			: await allNamed(targets.subscriptions, store, offer);
	const whole: Listed[] = [];
	for (const { isWhole, ...one } of listed) {
		const { id, subscription } = one;
		const others = isWhole ? await othersOf(id, subscription, store) : [];
		whole.push({ ...one, others });
	}
	return { listed: whole, leftOut };
}

type Offered = Omit<Listed, "others"> & {
	/** One of it is done for all of its group. */
	readonly isWhole: boolean;
};

type Offer = (row: {
	readonly system: string;
	readonly kind: string;
}) => "no" | "one by one" | "whole group";

async function offerOf(store: Store, { action }: CleanUp): Promise<Offer> {
	const systems = await store.board.systems();
	const kinds = new Map(systems.map(({ name, kinds }) => [name, kinds]));
	return ({ system, kind }) => {
		const { actions, wholeGroup } = kinds.get(system)?.[kind] ?? {};
		if (!actions?.includes(action)) return "no";
		return wholeGroup?.includes(action) ? "whole group" : "one by one";
	};
}

/** True for the first of each group, and for all that stand for themselves. */
function firsts(): (one: Pick<Offered, "subscription" | "isWhole">) => boolean {
	const groups = new Set<string>();
	return ({ subscription, isWhole }) => {
		if (!isWhole) return true;
		const group = groupOf(subscription);
		const isFirst = !groups.has(group);
		groups.add(group);
		return isFirst;
	};
}

async function allNamed(
	names: readonly string[],
	store: Store,
	offer: Offer,
): Promise<{ listed: readonly Offered[]; leftOut: number }> {
	const listed: Offered[] = [];
	const isFirst = firsts();
	for (const id of new Set(names)) {
		const one = await named(id, store, offer);
		if (isFirst(one)) listed.push(one);
	}
	return { listed, leftOut: 0 };
}

const onlyNames = (it: Subscription): Subscription => ({
	...{ broker: it.broker, kind: it.kind, channel: it.channel, group: it.group },
});

async function named(id: string, store: Store, offer: Offer): Promise<Offered> {
	const row = await store.board.row(id);
	const it = row ?? (await store.board.gone(id));
	if (it === null) throw new Problem("not found", "subscription gone");
	const offered = row && offer(row);
	const key =
		offered === null
			? "subscription gone"
			: offered === "no"
				? "not offered"
				: null;
	return {
		...{ id, subscription: onlyNames(it), undone: null },
		...{ failure: key && { key, values: {} } },
		isWhole: offered === "whole group",
	};
}

/** All that fit are walked, so that it is told how many are left out. */
async function fitting(
	filter: Filter,
	store: Store,
	offer: Offer,
): Promise<{ listed: readonly Offered[]; leftOut: number }> {
	const listed: Offered[] = [];
	const isFirst = firsts();
	let leftOut = 0;
	let cursor: string | null = null;
	do {
		const page = await store.board.page({
			...{ filter, cursor, sort: "gravity", limit: rowsAtOnce, fold: null },
		});
		for (const row of page.rows) {
			const offered = offer(row);
			const it = { subscription: row, isWhole: offered === "whole group" };
			if (offered === "no" || !isFirst(it)) continue;
			if (listed.length === targetsMax) leftOut++;
			else
				listed.push({
					...{ id: row.id, subscription: onlyNames(row), failure: null },
					...{ undone: null, isWhole: it.isWhole },
				});
		}
		cursor = page.next;
	} while (cursor !== null);
	if (listed.length === 0) throw new Problem("not found", "nothing fits");
	return { listed, leftOut };
}

/** The web has parsed it before it was written; a row that another hand wrote fits nothing. */
function filterIn(text: string): Filter {
	const parsed = parseFilter(text);
	if ("filter" in parsed) return parsed.filter;
	throw new Problem("invalid", "bad query");
}

async function undoneBy(
	id: string,
	store: Store,
	nowMs: number,
): Promise<readonly Listed[]> {
	const errand = await store.errands.find(id);
	if (errand?.wish.verb !== "clean up")
		throw new Problem("not found", "errand gone");
	const { cleanUp } = errand.wish;
	const fault = undoFaultOf({ ...errand, cleanUp }, nowMs);
	if (fault !== null) throw new Problem("refused", fault);
	return (errand.undertaking?.targets ?? [])
		.filter(isUndoable)
		.map((undone) => ({
			...{
				id: undone.id,
				subscription: undone.subscription,
				failure: null,
				undone,
				others: [],
			},
		}));
}
