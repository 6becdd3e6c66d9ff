// Which lists do we know? Those that each layout finds by its marks, after every walk through the keys and once a minute.
import type { GoneFact } from "#lib/core/gone.ts";
import { trouble } from "#lib/core/trouble.ts";
import type { Sweeps } from "../keys/sweeps.ts";
import type { Asking, Layout, List } from "./layout.ts";
import { listKind } from "./readings.ts";

const everyMs = 60_000;
/** What is beyond is not read. */
const listsMax = 5_000;

/** Where two layouts find the same name, the first one knows it better. */
export function openKnownLists(
	sweeps: Sweeps,
	layouts: readonly Layout[],
	asking: (client: Parameters<Sweeps["tick"]>[0], secret: string) => Asking,
) {
	const known = new Map<string, List>();
	const namedBy = new Map<Layout, readonly string[]>();
	let gone: GoneFact[] = [];
	let findMs = Number.NEGATIVE_INFINITY;
	let sweepsSeen = -1;
	let areAll = false;
	let leftOut = 0;
	for (const layout of layouts)
		sweeps.add({
			passes: (client, secret) => layout.passes(asking(client, secret)),
			restarted: () => {
				findMs = Number.NEGATIVE_INFINITY;
			},
		});

	function settle(): void {
		const named = new Map<string, Layout>();
		for (const [layout, names] of namedBy)
			for (const name of names) if (!named.has(name)) named.set(name, layout);
		for (const name of known.keys())
			if (!named.has(name)) {
				known.delete(name);
				const why = "channel deleted";
				gone.push({ kind: listKind, channel: name, group: null, why });
			}
		for (const [name, layout] of named)
			if (!known.has(name) && known.size < listsMax)
				known.set(name, layout.open(name));
		areAll = named.size <= listsMax;
		leftOut = Math.max(0, named.size - listsMax);
	}

	return {
		known,
		/** False where there are more than we may read. */
		areAll: () => areAll,
		trouble: () =>
			leftOut === 0
				? null
				: trouble(
						"too much",
						`${leftOut} lists are left out: at most ${listsMax} are read`,
					),
		takeGone(): GoneFact[] {
			const facts = gone;
			gone = [];
			return facts;
		},
		async find(ask: Asking, nowMs: number): Promise<void> {
			const isDue =
				sweeps.count() !== sweepsSeen || Math.abs(nowMs - findMs) >= everyMs;
			if (!isDue) return;
			for (const layout of layouts) {
				const names = await layout.find(ask, nowMs);
				if (names !== null) namedBy.set(layout, names);
				else if (!namedBy.has(layout)) namedBy.set(layout, []);
			}
			[sweepsSeen, findMs] = [sweeps.count(), nowMs];
			settle();
		},
	};
}
