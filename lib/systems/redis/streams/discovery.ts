// Which streams do we know, and what is left of those that went?

import { familiesOf } from "../../family.ts";
import type { Sweeps } from "../keys/sweeps.ts";
import type { StreamPast } from "./anew.ts";
import { openBounds } from "./bounds.ts";
import type { Went } from "./gone-why.ts";
import { newMemory, type StreamMemory } from "./memory.ts";
import { streamKind } from "./readings.ts";

const leftMax = 1000;

export function openKnownStreams(sweeps: Sweeps) {
	const known = new Map<string, StreamMemory>();
	/** What was known of streams that went: one that comes back is not the same. */
	const left = new Map<string, StreamPast>();
	const bounds = openBounds();
	let gone: Went[] = [];
	let families = new Map<string, string>();
	let familiesFor = "";
	let count = 0;

	function found(name: string): void {
		if (known.has(name) || !bounds.admits(known.size)) return;
		known.set(name, newMemory(name, left.get(name)));
		left.delete(name);
		count++;
	}
	sweeps.add({
		async passes() {
			bounds.begin();
			return [{ type: "stream", pattern: null, found }];
		},
		restarted() {
			for (const [name, { lastMade, added }] of known)
				known.set(name, newMemory(name, { lastMade, added, isOtherRun: true }));
		},
	});

	return {
		known,
		/** They live on, and are not read any more. */
		leaveOut(memories: readonly StreamMemory[], groups: number): void {
			for (const { name } of memories) known.delete(name);
			bounds.weigh(groups, memories.length);
		},
		/** What is left out of what there is; null where all is read. */
		trouble: () => bounds.trouble(sweeps.count()),
		/** Not all of them need be streams: the first question tells. */
		expect(channels: readonly string[]): void {
			for (const name of channels) found(name);
		},
		leave(
			{ name, lastMade, added, groups, signature, lifetime }: StreamMemory,
			isElsewhere: boolean,
		) {
			known.delete(name);
			const wasSeen = signature !== "" || lastMade !== null;
			if (!wasSeen) return;
			sweeps.distrust();
			const [oldest] = left.keys();
			if (left.size >= leftMax && oldest !== undefined) left.delete(oldest);
			left.set(name, { lastMade, added, isOtherRun: false });
			if (isElsewhere) return;
			const [why, channel, kind] = [
				"channel deleted",
				name,
				streamKind,
			] as const;
			const facts = [...groups.keys(), null].map((group) => ({
				...{ kind, channel, group, why },
			}));
			gone.push({ lifetime, facts });
		},
		/** Since it was last asked. */
		takeGone(): Went[] {
			const went = gone;
			gone = [];
			return went;
		},
		/** Made again only when a stream came or went. */
		families() {
			const now = `${count} ${known.size}`;
			if (familiesFor !== now) families = familiesOf(known.keys());
			familiesFor = now;
			return families;
		},
	};
}
