// Which node stands for which part of a cluster? What is remembered of a part stays when another server takes it over.
import type { Reading } from "#lib/core/reading.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Address } from "../../address.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Configured } from "../connection/configured.ts";
import type { Server } from "../connection/identity.ts";
import { sentName } from "../connection/name.ts";
import { type Node, openNode } from "./node.ts";
import type { Known } from "./place.ts";
import { slotOf } from "./slot.ts";
import { hasSlot, type Shard, slotsShared } from "./table.ts";

export type ClusterNode = {
	readonly node: Node;
	shard: Shard;
	/** Whom we ask: the original, or one of its copies. */
	at: Known;
	hasFailed: boolean;
	/** What it told last. */
	last: readonly Reading[];
};

export type ClusterNodes = ReturnType<typeof openClusterNodes>;

export function openClusterNodes(
	address: Address,
	settings: Configured,
	firstMs: number,
) {
	let nodes: readonly ClusterNode[] = [];
	const addressOf = (at: Known): Address => ({ ...address, hosts: [at] });
	const readOnly = settings.readFrom === "replica";

	/** One that failed makes room for the next of its kind. */
	function choose({ place, copies }: Shard, was: ClusterNode | null): Known {
		const all = readOnly && copies.length > 0 ? copies : [place];
		const index = was === null ? -1 : all.findIndex((it) => isAt(it, was.at));
		const next = all[(was?.hasFailed ? index + 1 : index) % all.length];
		return next ?? all[0] ?? place;
	}

	function open(shard: Shard): ClusterNode {
		const at = choose(shard, null);
		const node = openNode({
			...{ address: addressOf(at), settings, firstMs },
			...{ link: { readOnly }, isOneOfMany: true as const },
			meet: async (server) => (readOnly ? [] : expectOriginal(server)),
		});
		return { node, shard, at, hasFailed: false, last: [] };
	}

	function turn(one: ClusterNode, shard: Shard): ClusterNode {
		const at = choose(shard, one);
		one.shard = shard;
		if (!isAt(at, one.at)) one.node.turnTo(addressOf(at));
		one.at = at;
		return one;
	}

	return {
		all: () => nodes,
		/** What those knew whose part is gone. */
		settle(shards: readonly Shard[]): readonly string[] {
			const free = new Set(nodes);
			const taken = new Map<Shard, ClusterNode>();
			const take = (shard: Shard, one: ClusterNode | undefined) => {
				if (one === undefined) return;
				free.delete(one);
				taken.set(shard, turn(one, shard));
			};
			for (const shard of shards)
				take(
					shard,
					[...free].find((it) => isAt(it.shard.place, shard.place)),
				);
			for (const shard of shards)
				if (!taken.has(shard)) take(shard, heirTo(shard, free));
			nodes = shards.map((shard) => taken.get(shard) ?? open(shard));
			for (const { node } of free) node.close();
			return [...free].flatMap(({ last }) => last.map((it) => it.channel));
		},
		owner: (channel: string): ClusterNode | undefined => {
			const slot = slotOf(sentName(channel));
			return nodes.find(({ shard }) => hasSlot(shard, slot));
		},
		at: (place: Known): ClusterNode | undefined =>
			nodes.find(({ shard }) => isAt(shard.place, place)),
		close(): void {
			for (const { node } of nodes) node.close();
		},
	};
}

/** Who had most of its slots, of those that are no longer named. */
function heirTo(
	{ ranges }: Shard,
	free: ReadonlySet<ClusterNode>,
): ClusterNode | undefined {
	let [best, most]: [ClusterNode | undefined, number] = [undefined, 0];
	for (const one of free) {
		const shared = slotsShared(one.shard.ranges, ranges);
		if (shared > most) [best, most] = [one, shared];
	}
	return best;
}

export const isAt = (one: Known, other: Known): boolean =>
	one.host === other.host && one.port === other.port;

/** A copy in the place of an original: it was one until now, or is to become one. */
export function expectOriginal({ isCopy }: Server): readonly Trouble[] {
	if (isCopy) throw new TroubleError(trouble("failing over"));
	return [];
}
