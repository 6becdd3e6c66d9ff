// What is it about? Names or a filter become a fixed list: who approves it approves these and no others.
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import { isTooMany } from "#lib/core/clean-up/consent.ts";
import { needOf } from "#lib/core/clean-up/need.ts";
import { type Targets, targetsMax } from "#lib/core/clean-up/undertaking.ts";
import { type Filter, parseFilter } from "#lib/core/filter/filter.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import type { Deed } from "./allowance.ts";
import { type Asker, type Listed, notAllowed } from "./listed.ts";
import { undoneBy } from "./undone.ts";
import { groupOf, othersOf } from "./whole-group.ts";

export type Resolved = {
	readonly listed: readonly Listed[];
	/** How many more fit. */
	readonly leftOut: number;
};

type Scene = {
	readonly offer: Offer;
	readonly asker: Asker;
	readonly deed: Deed;
};

const rowsAtOnce = 500;

export async function resolve(
	targets: Targets,
	cleanUp: CleanUp,
	asker: Asker,
	nowMs: number,
): Promise<Resolved> {
	const { store, seen } = asker;
	if (cleanUp.action === "undo") {
		const listed = await undoneBy(cleanUp.errand, asker, nowMs);
		return { listed, leftOut: 0 };
	}
	if (isTooMany(cleanUp, targets))
		throw new Problem("refused", "one at a time");
	const deed = { action: cleanUp.action, need: needOf(cleanUp) };
	const scene = { offer: await offerOf(seen, cleanUp), asker, deed };
	const { listed, leftOut } =
		"filter" in targets
			? await fitting(filterIn(targets.filter), scene)
			: await allNamed(targets.subscriptions, scene);
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

async function offerOf(store: SeenStore, { action }: CleanUp): Promise<Offer> {
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
	scene: Scene,
): Promise<{ listed: readonly Offered[]; leftOut: number }> {
	const listed: Offered[] = [];
	const isFirst = firsts();
	for (const id of new Set(names)) {
		const one = await named(id, scene);
		if (isFirst(one)) listed.push(one);
	}
	return { listed, leftOut: 0 };
}

const onlyNames = (it: Subscription): Subscription => ({
	...{ broker: it.broker, kind: it.kind, channel: it.channel, group: it.group },
});

async function named(
	id: string,
	{ offer, asker: { seen, may }, deed }: Scene,
): Promise<Offered> {
	const row = await seen.board.row(id);
	const it = row ?? (await seen.board.gone(id));
	if (it === null) throw new Problem("not found", "subscription gone");
	const offered = row && offer(row);
	const key =
		offered === null
			? "subscription gone"
			: offered === "no"
				? "not offered"
				: may(it, deed)
					? null
					: "not allowed";
	return {
		...{ id, subscription: onlyNames(it), undone: null },
		...{ failure: key && { key, values: {} } },
		isWhole: offered === "whole group",
	};
}

/** All that fit are walked, so that it is told how many are left out. What may not be done is told where there is room for it. */
async function fitting(
	filter: Filter,
	{ offer, asker: { seen, may }, deed }: Scene,
): Promise<{ listed: readonly Offered[]; leftOut: number }> {
	const listed: Offered[] = [];
	const refused: Offered[] = [];
	const isFirst = firsts();
	let leftOut = 0;
	let cursor: string | null = null;
	do {
		const page = await seen.board.page({
			...{ filter, cursor, sort: "gravity", limit: rowsAtOnce, fold: null },
		});
		for (const row of page.rows) {
			const offered = offer(row);
			const it = { subscription: row, isWhole: offered === "whole group" };
			if (offered === "no" || !isFirst(it)) continue;
			const isAllowed = may(row, deed);
			const those = isAllowed ? listed : refused;
			if (those.length === targetsMax) leftOut++;
			else
				those.push({
					...{ id: row.id, subscription: onlyNames(row) },
					failure: isAllowed ? null : notAllowed,
					...{ undone: null, isWhole: it.isWhole },
				});
		}
		cursor = page.next;
	} while (cursor !== null);
	const all = [...listed, ...refused];
	if (all.length === 0) throw new Problem("not found", "nothing fits");
	const left = leftOut + Math.max(0, all.length - targetsMax);
	return { listed: all.slice(0, targetsMax), leftOut: left };
}

/** The web has parsed it before it was written; a row that another hand wrote fits nothing. */
function filterIn(text: string): Filter {
	const parsed = parseFilter(text);
	if ("filter" in parsed) return parsed.filter;
	throw new Problem("invalid", "bad query");
}
