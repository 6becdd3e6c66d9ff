// How many connections are left that could be a reader's, once those who were seen to live have one each?
import type { Connected } from "./connections.ts";
import type { GroupRecall } from "./recall.ts";

/** Every connection there was between the last two lists counts, those that are gone again as well; null before the second. */
export function spareOf(
	connected: Connected | null,
	groups: Iterable<readonly GroupRecall[]>,
): number | null {
	if (connected === null || connected.beforeMs === null) return null;
	const { beforeMs, couldRead } = connected;
	const lived = new Set<string>();
	for (const same of groups)
		for (const { members } of same)
			for (const [name, { lifeMs }] of members)
				if (lifeMs !== null && lifeMs > beforeMs) lived.add(name);
	return couldRead - lived.size;
}
