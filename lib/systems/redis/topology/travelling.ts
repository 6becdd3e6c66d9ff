// Which channels are on their way from one node of a cluster to another? Until one names them again nothing may be called gone.
import type { Reading } from "#lib/core/reading.ts";
import type { NodeSnapshot } from "./node.ts";

/** A key that was deleted on its way is named by nobody. */
const waitedForMs = 30_000;

export type Traveller = {
	/** Where the node sent us that had it, in its own words; empty where it said nothing. */
	readonly place: string;
	/** It is only arriving there. */
	readonly isAsk: boolean;
	readonly sinceMs: number;
};

type Told = Pick<NodeSnapshot, "readings" | "gone" | "redirects">;

export type Travelling = ReturnType<typeof openTravelling>;

export function openTravelling() {
	const travelling = new Map<string, Traveller>();

	function add(name: string, place: string, isAsk: boolean, nowMs: number) {
		const sinceMs = travelling.get(name)?.sinceMs ?? nowMs;
		travelling.set(name, { place, isAsk, sinceMs });
	}

	return {
		all: (): ReadonlyMap<string, Traveller> => travelling,
		/** What a node told of before and does not tell of now, though it does not call it gone either. */
		compare(last: readonly Reading[], now: Told, nowMs: number): void {
			const told = new Set(
				[...now.readings, ...now.gone].map(({ channel }) => channel),
			);
			for (const { channel } of last)
				if (!told.has(channel)) add(channel, "", false, nowMs);
			for (const { name, place, isAsk } of now.redirects)
				if (travelling.has(name)) add(name, place, isAsk, nowMs);
		},
		/** Nobody stands any more for the part of the cluster that told of these. */
		leave(channels: readonly string[], nowMs: number): void {
			for (const channel of channels) add(channel, "", false, nowMs);
		},
		/** True once nobody is under way any more. */
		settle(hasCome: (channel: string) => boolean, nowMs: number): boolean {
			for (const [name, { sinceMs }] of travelling)
				if (hasCome(name) || nowMs - sinceMs >= waitedForMs)
					travelling.delete(name);
			return travelling.size === 0;
		},
	};
}
