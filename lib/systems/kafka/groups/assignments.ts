// Which partitions had the members of a group a moment ago, while nobody tells which they will have?
import type { DescribedGroup, Member } from "../protocol/described.ts";

type Kept = {
	readonly members: ReadonlyMap<string, Member>;
	/** Since when the group is seen to share out anew; on the clock of `performance.now()`. */
	restlessMs: number | null;
};

/** What was true before a rebalance is worth showing for so long; after that it would be a guess. */
const keptMs = 10_000;

export class Assignments {
	readonly #kept = new Map<string, Kept>();

	remember({ group, code, state, members }: DescribedGroup, nowMs: number) {
		if (code !== 0) return;
		const kept = this.#kept.get(group);
		if (isSharingOut(state)) {
			if (kept) kept.restlessMs ??= nowMs;
			return;
		}
		const byId = new Map(members.map((member) => [member.id, member]));
		this.#kept.set(group, { members: byId, restlessMs: null });
	}

	/** A member as it was before the rebalance that goes on; null when that is not known, or was too long ago. */
	before({ group, state }: DescribedGroup, id: string, nowMs: number) {
		const kept = this.#kept.get(group);
		if (!kept || !isSharingOut(state)) return null;
		const restlessMs = kept.restlessMs ?? nowMs;
		return nowMs - restlessMs < keptMs ? (kept.members.get(id) ?? null) : null;
	}

	/** Forgets every group but these. */
	keep(groups: ReadonlySet<string>): void {
		for (const group of this.#kept.keys())
			if (!groups.has(group)) this.#kept.delete(group);
	}
}

/** Only the oldest kind of group falls silent about its assignments; the others tell each member's own at any time. */
export const isSharingOut = (state: string): boolean =>
	state === "PreparingRebalance" || state === "CompletingRebalance";
