// Which subscriptions are written side by side? So many that a tick is few rows, and so few that one is found quickly.
import type { Beats } from "./cells.ts";
import { applyChanges } from "./change-code.ts";

export const slots = 64;
export const shardOf = (series: number): number => Math.floor(series / slots);
export const slotOf = (series: number): number => series % slots;
export const seriesAt = (shard: number, slot: number): number =>
	shard * slots + slot;

export type Turned = {
	readonly before: Float64Array;
	readonly tracks: readonly Float64Array[];
};

/** Turns what ticks changed into columns of each subscription; `before` answers null for those nobody asks about. */
export function turn(
	beats: Beats,
	changes: ReadonlyMap<number, Uint8Array>,
	before: (slot: number) => Float64Array | null,
): ReadonlyMap<number, Turned> {
	const turned = new Map<number, Turned>();
	const states = new Map<number, Float64Array>();
	const length = beats.atMs.length;
	const stateOf = (slot: number): Float64Array | null => {
		const known = states.get(slot);
		if (known) return known;
		const base = before(slot);
		if (base === null) return null;
		const tracks = Array.from(base, (value) =>
			new Float64Array(length).fill(value),
		);
		turned.set(slot, { before: base, tracks });
		const state = base.slice();
		states.set(slot, state);
		return state;
	};
	for (let i = 0; i < length; i++) {
		const code = changes.get(beats.atMs[i] ?? 0);
		if (code) applyChanges(code, stateOf);
		for (const [slot, state] of states) {
			const tracks = turned.get(slot)?.tracks ?? [];
			for (const [at, track] of tracks.entries())
				track[i] = state[at] ?? Number.NaN;
		}
	}
	return turned;
}
