// May anybody tell this group where to read? Only while nobody is in it, and nobody is seen to write its positions.
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Rest } from "../times/moves.ts";
import type { GroupNow } from "./group-now.ts";

/** Of members that wait for each other, some may just be leaving. */
const regrouping: readonly string[] = [
	...["PreparingRebalance", "CompletingRebalance"],
];

const isRegrouping = ({ listed, described }: GroupNow): boolean =>
	regrouping.includes(listed.state) ||
	regrouping.includes(described?.state ?? listed.state);

/** Why not; null where the broker takes it. */
export function notIdle(now: GroupNow): Refusal | null {
	const { listed, described, unstable } = now;
	const state = described?.state ?? listed.state;
	if (isRegrouping(now)) return { code: "regroups", values: {} };
	const members = described?.members.length ?? 0;
	if (members > 0) return { code: "has members", values: { members } };
	// A group that becomes of another kind is dead to the question for the kind it was.
	if (listed.state !== "Empty" || state !== "Empty")
		return { code: "regroups", values: {} };
	const partitions = unstable;
	return partitions > 0
		? { code: "transaction open", values: { partitions } }
		: null;
}

const atWorkMs = 10 * 60_000;
const perhapsMs = 60 * 60_000;

/** Who takes partitions without joining looks like nobody: the group never had a member. */
export const mayHide = ({ listed: { type, protocol } }: GroupNow): boolean =>
	type === "classic" && protocol === "";

/** What the positions of such a group say of a program that nobody sees. */
export function hiddenIn(
	now: GroupNow,
	rest: Rest | null,
): { readonly refusal: Refusal | null; readonly warnings: readonly Warning[] } {
	const [refusal, warnings]: [null, Warning[]] = [null, []];
	if (!mayHide(now)) return { refusal, warnings };
	const movedMs = rest?.movedMs == null ? null : now.atMs - rest.movedMs;
	if (movedMs !== null && movedMs < atWorkMs) {
		const values = { movedMs: Math.max(0, movedMs) };
		return { refusal: { code: "program at work", values }, warnings };
	}
	const isLong = rest !== null && now.atMs - rest.sinceMs >= perhapsMs;
	if (movedMs !== null && movedMs < perhapsMs)
		warnings.push({ code: "program unseen", values: { movedMs } });
	else if (!isLong)
		warnings.push({ code: "program unseen", values: { movedMs: null } });
	return { refusal, warnings };
}
