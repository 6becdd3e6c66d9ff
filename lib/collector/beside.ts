// What does the collector remember of groups beside the board, and when has that changed?
import {
	boundedBystanders,
	type KnownBystander,
	type KnownBystanders,
} from "#lib/core/bystander.ts";
import type { Snapshot } from "#lib/core/reading.ts";

type Tracked = { readonly group: KnownBystander; readonly missed: number };

export type Beside = {
	/** All that is known now, or null where it is what was told before. */
	heard(snapshot: Snapshot): KnownBystanders | null;
};

/** As with rows: gone when two complete answers running did not name it, and only not heard where an answer is not complete. */
export function besideOf(before: KnownBystanders): Beside {
	let tracked = new Map<string, Tracked>();
	for (const group of before.groups)
		tracked.set(group.name, { group, missed: 0 });
	let leftOut = before.leftOut;
	let told = JSON.stringify(before);

	function heard(snapshot: Snapshot): KnownBystanders | null {
		const { bystanders, complete } = snapshot;
		const rows = new Set(snapshot.readings.map(({ group }) => group));
		const now = new Map<string, Tracked>();
		for (const group of bystanders.groups)
			now.set(group.name, { group: { ...group, stale: false }, missed: 0 });
		for (const [name, { group, missed }] of tracked) {
			if (now.has(name) || rows.has(name)) continue;
			if (!complete)
				now.set(name, { group: { ...group, stale: true }, missed });
			else if (missed === 0) now.set(name, { group, missed: 1 });
		}
		tracked = now;
		leftOut = complete
			? bystanders.leftOut
			: Math.max(leftOut, bystanders.leftOut);
		const all = boundedBystanders([...now.values()].map(({ group }) => group));
		const whole = { ...all, leftOut: Math.max(leftOut, all.leftOut) };
		const text = JSON.stringify(whole);
		if (text === told) return null;
		told = text;
		return whole;
	}

	return { heard };
}
