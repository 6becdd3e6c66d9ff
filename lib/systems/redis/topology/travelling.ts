// Which channels are on their way from one node of a cluster to another? Until one names them again nothing may be called gone.
import type { Redirect } from "../connection/redirects.ts";

/** A key that was deleted on its way is named by nobody. */
const waitedForMs = 30_000;

export type Traveller = Pick<Redirect, "place" | "isAsk"> & {
	readonly sinceMs: number;
};

export function openTravelling() {
	const travelling = new Map<string, Traveller>();
	return {
		all: (): ReadonlyMap<string, Traveller> => travelling,
		leave(redirects: readonly Redirect[], nowMs: number): void {
			for (const { name, place, isAsk } of redirects) {
				const sinceMs = travelling.get(name)?.sinceMs ?? nowMs;
				travelling.set(name, { place, isAsk, sinceMs });
			}
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
