// What could not be read in this tick, each part of the cluster once?
import type { Trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import {
	isSilent,
	troubleOfCode,
	weightiest,
} from "../connection/trouble-of.ts";
import type { Share } from "../groups/share.ts";
import { groupsTopic } from "../groups/takeovers.ts";
import type { Metadata } from "../protocol/metadata.ts";
import type { Outage } from "./ends.ts";

/** A cluster of which every node failed was not read at all, which is not the same as an empty one. */
export function refuseNothing(shares: readonly Share[]): void {
	const troubles = shares.flatMap(({ trouble }) => trouble ?? []);
	const said = shares.some(
		({ positions, shared }) => positions.length + shared.length > 0,
	);
	if (said || troubles.length < shares.length) return;
	throw new TroubleError({ ...weightiest(troubles), part: "" });
}

/** A node that is only not ready for its groups can still say where its partitions end. */
export function outageOf(shares: readonly Share[]): Outage {
	return new Map(
		shares.flatMap(({ node, trouble }) =>
			trouble && isSilent(trouble) ? [[node, trouble] as const] : [],
		),
	);
}

export function troublesIn(
	shares: readonly Share[],
	outage: Outage,
	cluster: Metadata,
): readonly Trouble[] {
	const troubles = shares.flatMap(({ trouble }) => trouble ?? []);
	const parts = new Set(troubles.map(({ part }) => part));
	for (const trouble of outage.values())
		if (!parts.has(trouble.part)) troubles.push(trouble);
	const hidden = hiddenGroups(cluster);
	// The nodes that are silent lead those partitions until the cluster notices, and say more about it.
	return hidden && troubles.length === 0 ? [hidden] : troubles;
}

/** Null as well where that topic is not there yet, or not for our eyes. */
function hiddenGroups({ nodes, topics }: Metadata): Trouble | null {
	const there = new Set(nodes.map(({ id }) => id));
	const leaders = topics.find(({ topic }) => topic === groupsTopic)?.leaders;
	const notLeader = 5;
	return leaders?.some((leader) => !there.has(leader))
		? troubleOfCode(notLeader, groupsTopic)
		: null;
}
