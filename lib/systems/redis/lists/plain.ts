// Which backlogs are plain lists? Those somebody named, and those beside which a list of what is in progress lies.
import type { Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { isMoved } from "../connection/trouble-of.ts";
import type { ListsConfigured } from "./configured.ts";
import { type Asking, countIn, type Layout } from "./layout.ts";
import { baseOf, type Owner, ownerOf, suffix, withoutSuffix } from "./owner.ts";
import { plainList } from "./plain-list.ts";

/** An empty list does not exist; who had work lately has not gone. */
const rememberedMs = 24 * 3_600_000;
/** Lists of what is in progress beside one: one for each worker, of those that hold something. */
const processingMax = 100;

export function openPlain(configured: ListsConfigured): Layout {
	/** Lists of what is in progress, and when any of theirs was last there. */
	const processing = new Map<string, number | null>();
	const owners = new Map<string, Owner>();
	let byOwner = new Map<string, string[]>();

	function found(name: string): void {
		if (name.endsWith(suffix) && !processing.has(name))
			processing.set(name, null);
	}

	/** Which of these lists are there now. */
	async function thereOf(
		asking: Asking,
		names: readonly string[],
	): Promise<ReadonlySet<string> | null> {
		const answers = await asking(
			names.map((name): Command => ["exists", sentName(name)]),
		);
		// What another server of the cluster has is not here.
		if (answers.some(({ error }) => error && !isMoved(error))) return null;
		return new Set(names.filter((_, i) => countIn(answers[i]) === 1));
	}

	function settle(there: ReadonlySet<string>): void {
		const isList = (name: string) =>
			there.has(name) ||
			configured.names.includes(name) ||
			[...owners.values()].some((it) => it.isSure && it.name === name);
		byOwner = new Map();
		for (const key of processing.keys()) {
			const known = owners.get(key);
			const owner = known?.isSure
				? known
				: ownerOf(key, processing.keys(), isList);
			owners.set(key, owner);
			byOwner.set(owner.name, [...(byOwner.get(owner.name) ?? []), key]);
		}
	}

	/** Whatever was empty for a day, and is not named, is forgotten. */
	function forget(there: ReadonlySet<string>, nowMs: number): void {
		for (const [key, seenMs] of processing) {
			const isThere = there.has(key) || there.has(owners.get(key)?.name ?? key);
			if (isThere || seenMs === null) processing.set(key, nowMs);
			else if (nowMs - seenMs >= rememberedMs) {
				processing.delete(key);
				owners.delete(key);
			}
		}
	}

	return {
		passes: async () => [{ type: "list", pattern: null, found }],
		async find(asking, nowMs) {
			const names = [...processing.keys()].flatMap((key) => [
				...[key, withoutSuffix(key)],
				...[baseOf(key)].filter((it) => it !== null),
			]);
			const there = await thereOf(asking, [...new Set(names)]);
			if (there === null && byOwner.size === 0 && processing.size > 0)
				settle(new Set());
			else if (there !== null) {
				forget(there, nowMs);
				settle(there);
			}
			return [...new Set([...configured.names, ...byOwner.keys()])];
		},
		open: (name) =>
			plainList(
				name,
				{
					processing: () =>
						(byOwner.get(name) ?? []).toSorted().slice(0, processingMax),
					aside: configured.aside.map((ending) => name + ending),
				},
				configured.patienceMs(name),
			),
	};
}
