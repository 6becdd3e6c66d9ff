// Which channels get a row? As many as a board can bear, always the same ones, and for a while those whom nobody hears any more.

export type Shown = {
	readonly name: string;
	/** In how many looks somebody listened. */
	looks: number;
	/** Since when nobody does; null while somebody does. */
	silentSinceMs: number | null;
};

export const shownMax = 300;
/** Of channels that programs use among themselves. */
export const internalMax = 20;
const rememberedForMs = 10 * 60_000;
/** A channel for one answer comes and goes; it is no loss. */
const looksNeeded = 2;

/** Notices about keys, those who guard a server, and what task libraries tell their own workers. */
const internal: readonly (readonly [pattern: string, is: RegExp])[] = [
	["__keyspace@*", /^__keyspace@/],
	["__keyevent@*", /^__keyevent@/],
	["__sentinel__:*", /^__sentinel__:/],
	["*celeryev*", /celeryev(\/|$)/],
	["*pidbox*", /pidbox$/],
];

/** The family of such a channel; null for one of anybody's own. */
export const internalFamilyOf = (name: string): string | null =>
	internal.find(([, is]) => is.test(name))?.[0] ?? null;

export type ShownChannels = ReturnType<typeof openShown>;

export function openShown(expected: readonly string[]) {
	const shown = new Map<string, Shown>(
		expected.map((name) => [name, { name, looks: 0, silentSinceMs: null }]),
	);
	const isExpected = new Set(expected);

	return {
		shown: shown as ReadonlyMap<string, Shown>,
		isExpected: (name: string): boolean => isExpected.has(name),
		/** Those listed that found no place. */
		take(listed: readonly string[]): number {
			let internals = [...shown.keys()].filter(internalFamilyOf).length;
			let left = 0;
			for (const name of listed.toSorted()) {
				if (shown.has(name)) continue;
				const isInternal = internalFamilyOf(name) !== null;
				if (
					shown.size >= shownMax ||
					(isInternal && internals >= internalMax)
				) {
					left++;
					continue;
				}
				if (isInternal) internals++;
				shown.set(name, { name, looks: 0, silentSinceMs: null });
			}
			return left;
		},
		/** Those that are forgotten now. Of `kept` there is still something to tell. */
		hear(
			counts: ReadonlyMap<string, number>,
			nowMs: number,
			kept: ReadonlySet<string>,
		): string[] {
			const gone: string[] = [];
			for (const it of shown.values()) {
				if ((counts.get(it.name) ?? 0) > 0) {
					it.looks++;
					it.silentSinceMs = null;
					continue;
				}
				it.silentSinceMs ??= nowMs;
				if (isExpected.has(it.name) || kept.has(it.name)) continue;
				const isBrief =
					it.looks < looksNeeded || internalFamilyOf(it.name) !== null;
				if (isBrief || nowMs - it.silentSinceMs >= rememberedForMs) {
					shown.delete(it.name);
					gone.push(it.name);
				}
			}
			return gone;
		},
	};
}
