// Is the world still the one that a plan was drawn from? Each thing that is not says what changed.
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { Changes } from "../../../run-plan.ts";
import type { GroupNow } from "./group-now.ts";
import type { Seen, SeenMember } from "./seen.ts";

/** Who came back stays as it is, and the others are cleaned up after; any other change ends it. */
export function changesSince(seen: Seen, now: GroupNow): Changes<Seen> {
	const refusals = refusalsSince(seen, now);
	const back = new Set(
		refusals.map(({ code, values }) =>
			code === "came back" ? values.name : null,
		),
	);
	const members = seen.members.filter(({ name }) => !back.has(name));
	const isRest =
		seen.further.action === "reclaim" && !back.has(null) && members.length > 0;
	if (refusals.length === 0) return { refusals, rest: seen };
	return { refusals, rest: isRest ? { ...seen, members } : null };
}

function refusalsSince(seen: Seen, now: GroupNow): readonly Refusal[] {
	if (now.runId !== seen.runId) return [{ code: "other server", values: {} }];
	const found = new Map(now.members.map((it) => [it.name, it]));
	const sinceMs = now.atMs - seen.atMs;
	// Without its clock nobody can say what was touched since.
	if (sinceMs < 0) return [{ code: "changed since", values: {} }];
	// A claim on what is gone is worth nothing to anybody, whatever its holder does.
	if (seen.further.action === "clear") return [];
	// That it is delivered meanwhile is just what is wrong with it.
	if (seen.further.action === "park") return [];
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
