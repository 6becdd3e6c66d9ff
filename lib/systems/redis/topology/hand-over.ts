// Who is to be asked for a channel that is on its way? Whom the node named that had it, else the owner of its slot.

import type { NodesConfigured } from "./configured.ts";
import type { ClusterNode, ClusterNodes } from "./nodes.ts";
import { placeIn, reached } from "./place.ts";
import type { Travelling } from "./travelling.ts";

/** Those who now expect a channel that set out at that moment or later. */
export function handOver(
	travelling: Travelling,
	nodes: ClusterNodes,
	configured: NodesConfigured,
	sinceMs: number,
): readonly ClusterNode[] {
	const targets = new Set<ClusterNode>();
	for (const [name, { place, isAsk, ...it }] of travelling.all()) {
		const told = placeIn(place);
		const there = told && reached(told, configured);
		const named = there && "at" in there ? nodes.at(there.at) : undefined;
		const target = named ?? nodes.owner(name);
		target?.node.expect([{ name, isArriving: isAsk }]);
		if (target && it.sinceMs >= sinceMs) targets.add(target);
	}
	return [...targets];
}
