// Does a partition move, rest, or is it stuck? Never graver than the verdict of the whole, which knows what is usual here.
import type { SubscriptionWords } from "#lib/say/words/words.ts";
import type { RowReply } from "#lib/wire/board.ts";
import type { LookReply } from "#lib/wire/errand.ts";

export type PartitionState = keyof SubscriptionWords["partitionStates"];

type Line = Pick<
	LookReply["partitions"][number],
	"lag" | "moved" | "timeLagMs"
>;
export type Whole = Pick<RowReply, "verdict" | "reason">;

const stillReasons = ["not moving", "parts not moving"];
/** For so long anybody may rest, as the judgement has it. */
const restMs = 5 * 60_000;

/** Null where nobody has seen it move, and the whole is not known to stand still. */
export function partitionStateOf(
	{ lag, moved, timeLagMs }: Line,
	{ verdict, reason }: Whole,
	atMs: number,
): PartitionState | null {
	if (lag === null) return null;
	if (lag === 0) return "caught up";
	if (verdict === "stopped") return "stuck";
	const stillMs = moved === null ? null : atMs - Date.parse(moved);
	if (stillMs !== null && stillMs < restMs) return "moves";
	// What was written only now has not waited for as long as nothing moved.
	const isFresh =
		timeLagMs !== null &&
		timeLagMs.bound !== "at least" &&
		timeLagMs.n < restMs;
	if (!isFresh && stillReasons.includes(reason.code)) return "stuck";
	return stillMs === null ? null : "rests";
}
