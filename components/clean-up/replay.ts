// How long does it take to read again what a plan gives back? At the pace at which the group last read.
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";

type Planned = Pick<PlanReply, "effects" | "pace">;

export type Replay = { readonly seconds: number; readonly perSecond: number };

/** Null where nothing is read again. */
export function replayOf({
	effects,
	pace,
}: Planned): Replay | "unknown" | null {
	const back = effects.find(({ code }) => code === "go back");
	const messages = back?.values.messages;
	if (typeof messages !== "number" || messages === 0) return null;
	if (pace === null || pace <= 0) return "unknown";
	return { seconds: Math.max(1, messages / pace), perSecond: pace };
}
