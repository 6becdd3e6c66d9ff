// What is known of the channels of one server, or of several that are one? Added up, and no more than is proved.
import { type Amount, atLeast, exactly } from "#lib/core/amount.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import type { Judged } from "./behind.ts";
import type { Loss } from "./cut-off.ts";

/** What one server said at one moment. */
export type NodeFacts = {
	/** By name: connections that listen to just this channel, without those that do by a pattern. */
	readonly channels: ReadonlyMap<string, HeardChannel>;
	readonly shards: ReadonlyMap<string, HeardChannel>;
	/** Why channels could not be counted. */
	readonly refused: Trouble | null;
	/** Patterns somebody listens to; null where that may not be asked. */
	readonly patterns: number | null;
	/** Null where connections may not be listed. */
	readonly listeners: readonly Judged[] | null;
	/** Not yet too old to be told, with what was heard of the channels before. */
	readonly losses: readonly LossAround[];
	readonly isLimitAssumed: boolean;
	/** Large messages that wait for a listener are not counted there. */
	readonly undercounts: boolean;
};

export type HeardChannel = {
	readonly subscribers: number;
	/** Since when nobody listens; null while somebody does. */
	readonly silentSinceMs: number | null;
	/** It is configured by its name. */
	readonly isExpected: boolean;
};

export type LossAround = Loss & {
	/** By name: how many of those who went listened to it, at the least. */
	readonly ofChannels: ReadonlyMap<string, number>;
	readonly ofShards: ReadonlyMap<string, number>;
};

export type ChannelFacts = HeardChannel & {
	readonly name: string;
	readonly isShard: boolean;
	/** Of these, those who are behind: proved, and possible. */
	readonly behindLeast: number;
	readonly behindMost: number;
	/** Those who are behind, where every one of them listens here; else none, since nobody knows which do. */
	readonly behind: readonly Judged[];
	readonly losses: readonly Loss[];
};

export type Facts = {
	readonly channels: readonly ChannelFacts[];
	readonly refused: Trouble | null;
	readonly patterns: Amount | null;
	readonly listeners: readonly Judged[] | null;
	readonly losses: readonly Loss[];
	readonly isLimitAssumed: boolean;
	readonly undercounts: boolean;
};

/** Of `all`, `heard` listen to a channel and `some` are of another kind: so many must be both. */
export const leastOf = (heard: number, some: number, all: number): number =>
	// More on the channel than there are listeners: the two were not told in the same moment.
	heard > all ? 0 : Math.max(0, heard + some - all);

export const isBehind = (it: Judged): boolean => it.behindSinceMs !== null;

/** A channel is heard on any server of a cluster, and each counts only its own listeners. */
export function sumOf(nodes: readonly NodeFacts[]): Facts {
	const channels = new Map<string, ChannelFacts>();
	for (const node of nodes)
		for (const one of channelsOf(node)) {
			const key = `${one.isShard} ${one.name}`;
			const other = channels.get(key);
			channels.set(key, other ? together(other, one) : one);
		}
	const lists = nodes.map(({ listeners }) => listeners);
	return {
		channels: [...channels.values()],
		refused: nodes.find((it) => it.refused !== null)?.refused ?? null,
		patterns: patternsOf(nodes),
		listeners: lists.every((list) => list !== null) ? lists.flat() : null,
		losses: nodes.flatMap(({ losses }) => losses),
		isLimitAssumed: nodes.some((it) => it.isLimitAssumed),
		undercounts: nodes.some((it) => it.undercounts),
	};
}

/** One pattern may be listened to on several servers. */
function patternsOf(nodes: readonly NodeFacts[]): Amount | null {
	const counts = nodes.map(({ patterns }) => patterns);
	if (!counts.every((it) => it !== null)) return null;
	return counts.length === 1
		? exactly(counts[0] ?? 0)
		: atLeast(Math.max(0, ...counts));
}

function channelsOf(node: NodeFacts): ChannelFacts[] {
	const all = node.listeners ?? [];
	const sides = [
		{
			...{ isShard: false, heard: node.channels },
			who: all.filter((it) => it.channels > 0),
			lost: (loss: LossAround) => loss.ofChannels,
		},
		{
			...{ isShard: true, heard: node.shards },
			who: all.filter((it) => it.shards > 0),
			lost: (loss: LossAround) => loss.ofShards,
		},
	];
	return sides.flatMap(({ isShard, heard, who, lost }) => {
		const behind = who.filter(isBehind);
		return [...heard].map(([name, one]): ChannelFacts => {
			const { subscribers } = one;
			const least = leastOf(subscribers, behind.length, who.length);
			return {
				...{ ...one, name, isShard, behindLeast: least },
				behindMost: Math.min(subscribers, behind.length),
				behind: least === behind.length ? behind : [],
				losses: node.losses.flatMap((loss) => {
					const n = lost(loss).get(name) ?? 0;
					if (n === 0) return [];
					return [
						{ ...loss, count: n < loss.count.n ? atLeast(n) : loss.count },
					];
				}),
			};
		});
	});
}

const together = (a: ChannelFacts, b: ChannelFacts): ChannelFacts => ({
	...a,
	subscribers: a.subscribers + b.subscribers,
	silentSinceMs: Math.max(a.silentSinceMs ?? 0, b.silentSinceMs ?? 0) || null,
	isExpected: a.isExpected || b.isExpected,
	behindLeast: a.behindLeast + b.behindLeast,
	behindMost: a.behindMost + b.behindMost,
	behind: [...a.behind, ...b.behind],
	losses: [...a.losses, ...b.losses],
});
