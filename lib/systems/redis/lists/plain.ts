// Which backlogs are plain lists? Those somebody named, and those beside which a list of what is in progress lies.
import type { Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import type { ListsConfigured } from "./configured.ts";
import { type Asking, countIn, type Layout } from "./layout.ts";
import { plainList } from "./plain-list.ts";

const suffix = ":processing";
/** An empty list does not exist; who had work lately has not gone. */
const rememberedMs = 24 * 3_600_000;
/** One for each worker, of those that hold something. */
const processingMax = 100;

export function openPlain(configured: ListsConfigured): Layout {
	/** Lists of what is in progress, and when each was last there. */
	const processing = new Map<string, number>();
	const owners = new Map<string, string>();
	const byOwner = new Map<string, Set<string>>();
	let isFresh = false;

	function found(name: string): void {
		if (!name.endsWith(suffix) || processing.has(name)) return;
		processing.set(name, Number.NEGATIVE_INFINITY);
		isFresh = true;
	}

	async function findOwners(asking: Asking): Promise<void> {
		const keys = [...processing.keys()].filter((key) => !owners.has(key));
		const answers = await asking(
			keys.map((key): Command => ["exists", sentName(baseOf(key) ?? key)]),
		);
		keys.forEach((key, i) => {
			const base = baseOf(key);
			const isOfWorker =
				base !== null &&
				(configured.names.includes(base) ||
					byOwner.has(base) ||
					countIn(answers[i]) === 1);
			const owner = isOfWorker ? base : withoutSuffix(key);
			owners.set(key, owner);
			const own = byOwner.get(owner) ?? new Set();
			byOwner.set(owner, own.add(key));
		});
	}

	/** Whatever was empty for a day, and is not named, is forgotten. */
	async function forget(asking: Asking, nowMs: number): Promise<void> {
		const keys = [...processing.keys()];
		const answers = await asking(
			keys.map(
				(key): Command => [
					"exists",
					...[key, owners.get(key) ?? key].map(sentName),
				],
			),
		);
		keys.forEach((key, i) => {
			const isThere = countIn(answers[i]) !== 0;
			const seenMs = processing.get(key) ?? nowMs;
			if (isThere || seenMs === Number.NEGATIVE_INFINITY)
				processing.set(key, nowMs);
			else if (nowMs - seenMs >= rememberedMs) drop(key);
		});
	}

	function drop(key: string): void {
		const owner = owners.get(key) ?? "";
		processing.delete(key);
		owners.delete(key);
		byOwner.get(owner)?.delete(key);
		if (byOwner.get(owner)?.size === 0) byOwner.delete(owner);
	}

	return {
		passes: async () => [{ type: "list", pattern: null, found }],
		async find(asking, nowMs) {
			if (isFresh) await findOwners(asking);
			isFresh = false;
			if (processing.size > 0) await forget(asking, nowMs);
			return [...new Set([...configured.names, ...byOwner.keys()])];
		},
		open: (name) =>
			plainList(
				name,
				() => [...(byOwner.get(name) ?? [])].sort().slice(0, processingMax),
				configured.patienceMs(name),
			),
	};
}

const withoutSuffix = (key: string): string => key.slice(0, -suffix.length);

/** `jobs:worker-1:processing` → `jobs` */
function baseOf(key: string): string | null {
	const name = withoutSuffix(key);
	const at = name.lastIndexOf(":");
	return at > 0 ? name.slice(0, at) : null;
}
