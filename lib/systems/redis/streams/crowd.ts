// What is said of a stream that could not be heard, or has more groups than the server may be asked to tell?
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { groupsOfOneMax, tooManyGroups } from "./bounds.ts";
import type { Heard } from "./hear.ts";
import type { StreamMemory } from "./memory.ts";

/** So that too much is noticed before all of it is here. */
const atOnce = 1000;

export const slicesOf = (all: readonly StreamMemory[]) =>
	Array.from({ length: Math.ceil(all.length / atOnce) }, (_, i) =>
		all.slice(i * atOnce, (i + 1) * atOnce),
	);

/** From then on only their number is asked. */
export function isCrowd(memory: StreamMemory, groups: number | null): boolean {
	memory.crowd = groups !== null && groups > groupsOfOneMax ? groups : null;
	return memory.crowd !== null;
}

export const crowded = (memory: StreamMemory): Heard =>
	unheard(memory, tooManyGroups(memory.crowd ?? 0));

export const unheard = (memory: StreamMemory, why: Trouble | null): Heard => ({
	memory,
	groups: [],
	now: { length: 0, detail: null, added: null },
	...{ anew: null, isSized: false, vanished: [] },
	trouble: why ?? trouble("not understood"),
});
