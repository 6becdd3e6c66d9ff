// Who is to be asked for a channel that is not where it was thought to be? Whom the node named that was asked, else the owner of its slot.
import type { Redirect } from "../connection/redirects.ts";
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
		const target = namedBy(place, nodes, configured) ?? nodes.owner(name);
		const wasTold = true;
		target?.node.expect([{ name, isArriving: isAsk, wasTold }]);
		if (target && it.sinceMs >= sinceMs) targets.add(target);
	}
	return [...targets];
}

/** A key that nobody told of yet may be in the middle of its way when we begin: who has it is asked in the next tick. */
export function passOn(
	redirects: readonly Redirect[],
	isKnown: (name: string) => boolean,
	nodes: ClusterNodes,
	configured: NodesConfigured,
): void {
	for (const { name, place, isAsk } of redirects) {
		if (isKnown(name)) continue;
		const target = namedBy(place, nodes, configured);
		target?.node.expect([{ name, isArriving: isAsk, wasTold: false }]);
	}
}

function namedBy(
	place: string,
	nodes: ClusterNodes,
	configured: NodesConfigured,
): ClusterNode | undefined {
	const told = placeIn(place);
	const there = told && reached(told, configured);
	return there && "at" in there ? nodes.at(there.at) : undefined;
}
