// Is the world still the one that a plan was drawn from? Each thing that is not says what changed.
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { GroupNow } from "./group-now.ts";
import type { Seen, SeenMember } from "./seen.ts";

export function changesSince(seen: Seen, now: GroupNow): readonly Refusal[] {
	if (now.runId !== seen.runId) return [{ code: "other server", values: {} }];
	const found = new Map(now.members.map((it) => [it.name, it]));
	const sinceMs = now.atMs - seen.atMs;
	// Without its clock nobody can say what was touched since.
	if (sinceMs < 0) return [{ code: "changed since", values: {} }];
	// A claim on what is gone is worth nothing to anybody, whatever its holder does.
	if (seen.further.action === "clear") return [];
	return seen.members.flatMap((was) => {
		const is = found.get(was.name);
		if (is === undefined) return [{ code: "changed since", values: {} }];
		const { name, idleMs, holding } = is;
		if (idleMs < sinceMs || (was.isAbsent && is.verdict === "live"))
			return [{ code: "came back", values: { name, idleMs } }];
		return holding === was.holding ? [] : [movedSince(was, holding)];
	});
}

const movedSince = ({ holding }: SeenMember, now: number): Refusal => ({
	code: "moved since",
	values: { messages: Math.abs(holding - now) },
});
