// What was before a clean-up, as it was kept? Read some at a time, since it may be of a million messages.
import type { Before } from "#lib/core/clean-up/outcome.ts";
import type { Store } from "#lib/store/store.ts";

const atOnce = 10_000;
/** Whether it lasted is told by some of them as well. */
export const samplesMax = 10_000;

export async function beforeOf(
	{ errands }: Store,
	errand: string,
	target: string,
	most = Infinity,
): Promise<readonly Before[]> {
	const all: Before[] = [];
	while (all.length < most) {
		const limit = Math.min(atOnce, most - all.length);
		const some = await errands.before(errand, target, all.length, limit);
		for (const one of some) all.push(one);
		if (some.length < limit) break;
	}
	return all;
}
