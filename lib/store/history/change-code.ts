// What does one tick change, for a few subscriptions side by side? As written with the tick, each value by itself.
import { ByteReader, type ByteWriter } from "./bytes.ts";
import { columnCount } from "./columns.ts";

/** Writes what differs from `before`, and says whether anything did. Two unknown values are the same. */
export function putChange(
	into: ByteWriter,
	slot: number,
	before: Float64Array,
	after: Float64Array,
): boolean {
	let mask = 0;
	for (let i = 0; i < columnCount; i++)
		if (!Object.is(before[i], after[i])) mask |= 1 << i;
	if (mask === 0) return false;
	into.whole(slot);
	into.whole(mask);
	for (let i = 0; i < columnCount; i++)
		if (mask & (1 << i)) into.value(after[i] ?? Number.NaN);
	return true;
}

/** Lays the changes over the states they belong to; `stateOf` answers null for those nobody asks about. */
export function applyChanges(
	code: Uint8Array,
	stateOf: (slot: number) => Float64Array | null,
): void {
	const reader = new ByteReader(code);
	while (!reader.isDone) {
		const state = stateOf(reader.whole());
		const mask = reader.whole();
		for (let i = 0; i < columnCount; i++) {
			if (!(mask & (1 << i))) continue;
			if (state) state[i] = reader.value();
			else reader.skipValue();
		}
	}
}
