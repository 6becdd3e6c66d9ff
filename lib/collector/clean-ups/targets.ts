// What is it about? Names or a filter become a fixed list: who approves it approves these and no others.
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
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

/** One of the list, and why no plan is drawn for it; null where one is. */
export type Listed = {
	readonly id: string;
	readonly subscription: Subscription;
	readonly failure: ProblemDetail | null;
	/** What is taken back; null where nothing is. */
	readonly undone: Target | null;
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
	const offers = await offersOf(store, cleanUp);
	if ("filter" in targets)
		return fitting(filterIn(targets.filter), store, offers);
	const ids = [...new Set(targets.subscriptions)];
	const listed: Listed[] = [];
	for (const id of ids) listed.push(await named(id, store, offers));
	return { listed, leftOut: 0 };
}

type Offers = (row: {
	readonly system: string;
	readonly kind: string;
}) => boolean;

async function offersOf(store: Store, { action }: CleanUp): Promise<Offers> {
	const systems = await store.board.systems();
	const kinds = new Map(systems.map(({ name, kinds }) => [name, kinds]));
	return ({ system, kind }) =>
		kinds.get(system)?.[kind]?.actions?.includes(action) ?? false;
}

const onlyNames = (it: Subscription): Subscription => ({
	...{ broker: it.broker, kind: it.kind, channel: it.channel, group: it.group },
});

async function named(
	id: string,
	store: Store,
	offers: Offers,
): Promise<Listed> {
	const row = await store.board.row(id);
	const it = row ?? (await store.board.gone(id));
	if (it === null) throw new Problem("not found", "subscription gone");
	const key =
		row === null ? "subscription gone" : offers(row) ? null : "not offered";
	return {
		...{ id, subscription: onlyNames(it), undone: null },
		failure: key && { key, values: {} },
	};
}

/** All that fit are walked, so that it is told how many are left out. */
async function fitting(
	filter: Filter,
	store: Store,
	offers: Offers,
): Promise<Resolved> {
	const listed: Listed[] = [];
	let leftOut = 0;
	let cursor: string | null = null;
	do {
		const page = await store.board.page({
			...{ filter, cursor, sort: "gravity", limit: rowsAtOnce, fold: null },
		});
		for (const row of page.rows.filter(offers)) {
			const { id } = row;
			if (listed.length === targetsMax) leftOut++;
			else
				listed.push({
					...{ id, subscription: onlyNames(row), failure: null, undone: null },
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
			},
		}));
}
