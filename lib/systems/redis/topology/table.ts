// Which servers does a cluster say it has, and which slots has each? Its reply is bounded and checked before anybody is dialled.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { listOf, textOf } from "../streams/replies.ts";
import type { NodesConfigured } from "./configured.ts";
import { type Known, placeOf, reached, shownPlace } from "./place.ts";
import { slotsThereAre } from "./slot.ts";

/** One original, its copies, and the slots they have. */
export type Shard = {
	readonly place: Known;
	readonly copies: readonly Known[];
	readonly ranges: readonly SlotRange[];
};

export type SlotRange = { readonly from: number; readonly to: number };

export type Table = {
	readonly shards: readonly Shard[];
	readonly troubles: readonly Trouble[];
	readonly isWhole: boolean;
};

/** More servers would take more connections and memory than one broker may. */
export const shardsMax = 200;
const copiesMax = 10;

/** `asked` is whom we asked: a server that does not know its own address leaves it out. Null where the reply makes no sense. */
export function tableOf(
	reply: unknown,
	asked: Known,
	nodes: NodesConfigured,
): Table | null {
	const shards = new Map<string, Shard>();
	const troubles = new Map<string, Trouble>();
	let [covered, leftOut] = [0, 0];
	const rows = listOf(reply);
	if (rows.length === 0 || rows.length > slotsThereAre) return null;
	for (const row of rows) {
		const [from, to, first, ...rest] = listOf(row);
		const range = rangeOf(from, to);
		const announced = announcedIn(first, asked);
		if (range === null || announced === null) return null;
		const found = reached(announced, nodes);
		if ("trouble" in found) {
			troubles.set(found.trouble.part, found.trouble);
			continue;
		}
		const place = found.at;
		const key = shownPlace(place);
		const known = shards.get(key);
		if (!known && shards.size >= shardsMax) {
			leftOut++;
			continue;
		}
		covered += range.to - range.from + 1;
		const copies = rest.slice(0, copiesMax).flatMap((it) => {
			const copy = announcedIn(it, null);
			const there = copy && reached(copy, nodes);
			return there && "at" in there ? [there.at] : [];
		});
		shards.set(key, {
			place,
			copies: known?.copies ?? copies,
			ranges: [...(known?.ranges ?? []), range],
		});
	}
	if (leftOut > 0)
		troubles.set("", trouble("too much", `${leftOut} ranges of slots`));
	const isWhole = covered >= slotsThereAre;
	if (!isWhole && troubles.size === 0)
		troubles.set(
			"",
			trouble("partly unserved", `${slotsThereAre - covered} slots`),
		);
	return {
		shards: [...shards.values()],
		troubles: [...troubles.values()],
		isWhole,
	};
}

function rangeOf(from: unknown, to: unknown): SlotRange | null {
	if (typeof from !== "number" || typeof to !== "number") return null;
	const isRange =
		Number.isInteger(from) && from >= 0 && to >= from && to < slotsThereAre;
	return isRange && Number.isInteger(to) ? { from, to } : null;
}

function announcedIn(given: unknown, asked: Known | null): Known | null {
	const [host, port] = listOf(given);
	const said = host === null ? "" : textOf(host);
	return placeOf(said === "" ? asked?.host : said, port);
}

export const hasSlot = ({ ranges }: Pick<Shard, "ranges">, slot: number) =>
	ranges.some(({ from, to }) => slot >= from && slot <= to);

/** How many slots two have in common: a server that took over has those of the one before. */
export function slotsShared(
	one: readonly SlotRange[],
	other: readonly SlotRange[],
): number {
	let shared = 0;
	for (const a of one)
		for (const b of other)
			shared += Math.max(
				0,
				Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1,
			);
	return shared;
}
