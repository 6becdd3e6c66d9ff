// How do the replies about streams become readings?
import { type Members, nothingKnown, type Reading } from "#lib/core/reading.ts";
import type { Told } from "../members/roll.ts";
import { notesOf } from "./anew.ts";
import type { GroupNow } from "./further.ts";
import type { Went } from "./gone-why.ts";
import type { Heard } from "./hear.ts";

export const streamKind = "stream";

export type Shared = {
	readonly atMs: number;
	/** The server's clock, by which messages age. */
	readonly serverMs: number;
	readonly families: ReadonlyMap<string, string>;
	/** What is known of a group's members, beyond their number. */
	told(channel: string, group: string): Told | null;
};

export function readingsOf(
	heard: Heard,
	groups: readonly GroupNow[],
	shared: Shared,
): Reading[] {
	const empty: Reading = {
		...nothingKnown,
		...{ kind: streamKind, channel: heard.memory.name, group: null },
		family: shared.families.get(heard.memory.name) ?? null,
		atMs: shared.atMs,
		trouble: heard.trouble,
	};
	if (heard.trouble !== null) {
		const known = [...heard.memory.groups.keys()];
		if (known.length === 0) return [empty];
		return known.map((group) => ({ ...empty, group }));
	}
	if (groups.length === 0) return [empty];
	return groups.map((now) => ({ ...empty, ...ofGroup(heard, now, shared) }));
}

function ofGroup(
	{ now: { added }, anew, memory: stream }: Heard,
	it: GroupNow,
	{ serverMs, told }: Shared,
) {
	const { group, lag, lost, isSetBack, memory } = it;
	const { held, news } = memory;
	const judged = told(stream.name, group.name);
	const since = held?.sinceMs ?? null;
	return {
		anew: anew ?? (isSetBack ? ("set back" as const) : null),
		notes: [
			...notesOf([stream.news, news], performance.now()),
			...it.notes,
			...(judged?.notes ?? []),
		],
		...{ group: group.name, lag, lost, holding: group.holding },
		arrived: added,
		departed: memory.departed,
		...{ timeLagMs: it.timeLag, marginMs: it.margin },
		counted: added === null ? 0 : 1,
		oldestHeldMs: since === null ? null : Math.max(0, serverMs - since),
		deliveriesMax: held?.deliveries ?? null,
		members: membersOf(group.consumers, judged),
	};
}

function membersOf(
	registered: number | null,
	judged: Told | null,
): Members | null {
	if (registered === null) return null;
	const unknown = { live: null, dead: null, stuck: null, unknown: null };
	return { ...unknown, ...judged?.members, registered };
}

export const vanishedFrom = ({ memory, vanished, anew }: Heard): Went => ({
	lifetime: memory.lifetime,
	facts: vanished.map((group) => ({
		...{ kind: streamKind, channel: memory.name, group },
		why: anew === "made again" ? "made again" : "deleted",
	})),
});
