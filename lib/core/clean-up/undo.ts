// Can a clean-up be taken back, as far as can be told without asking the broker?
import type { ErrandState } from "../errand.ts";
import type { CleanUp } from "./clean-up.ts";
import { type UndoFault, undoLastsMs } from "./consent.ts";
import type { Outcome } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import type { Target } from "./undertaking.ts";

/** The screen knows as much of it as the server. */
type Acted = Pick<Target, "kept"> & {
	readonly plan: Pick<Plan, "undo"> | null;
	readonly outcome: Pick<
		Outcome,
		"ending" | "messagesDone" | "membersRemoved"
	> | null;
};

export type Undoable = {
	readonly state: ErrandState;
	readonly endedMs: number | null;
	readonly cleanUp: CleanUp;
	readonly undertaking: {
		readonly undoneBy: string | null;
		readonly targets: readonly Acted[];
	} | null;
};

const acted: readonly ErrandState[] = ["done", "partly done", "unknown"];

export function undoFaultOf(
	{ state, endedMs, cleanUp, undertaking }: Undoable,
	nowMs: number,
): UndoFault | null {
	if (undertaking === null || endedMs === null || !acted.includes(state))
		return "nothing to undo";
	if (undertaking.undoneBy !== null) return "undone already";
	if (nowMs - endedMs > undoLastsMs) return "undo too late";
	if (cleanUp.action === "undo") return "undo impossible";
	if (undertaking.targets.some(isUndoable)) return null;
	return undertaking.targets.some(hasChanged)
		? "undo impossible"
		: "nothing to undo";
}

/** Positions are kept before anything is asked: where the end was seen, that alone changed nothing. */
function hasChanged({ kept, outcome }: Acted): boolean {
	const { messagesDone = 0, membersRemoved = 0 } = outcome ?? {};
	const isSeen = outcome !== null && outcome.ending !== "unknown";
	return messagesDone + membersRemoved > 0 || (kept > 0 && !isSeen);
}

/** What nobody saw the end of may be taken back as far as it is known what was before. */
export const isUndoable = (target: Acted): boolean =>
	hasChanged(target) &&
	target.plan !== null &&
	target.plan.undo !== "impossible" &&
	target.plan.undo !== "not needed";
