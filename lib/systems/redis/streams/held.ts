// Which message has a group held the longest, since when, and how often was it delivered?
import { sentName } from "../connection/name.ts";
import type { GroupNow, Moment, Question } from "./further.ts";
import type { Heard } from "./hear.ts";
import type { Held } from "./memory.ts";
import { heldOf } from "./replies.ts";

const heldForMs = 60_000;
/** Groups met in the same tick are asked again in different ones. */
const turns = 12;

export function heldQuestion(
	{
		group,
		memory,
	}: Pick<GroupNow, "group"> & {
		readonly memory: Pick<GroupNow["memory"], "held">;
	},
	{ memory: stream }: Pick<Heard, "memory">,
	{ nowMs, stillSinceMs }: Pick<Moment, "nowMs" | "stillSinceMs">,
	asked: number,
): Question | null {
	if (!group.holding) return null;
	const past = memory.held;
	const of = `${group.position} ${group.holding}`;
	const isFresh =
		past !== null &&
		(nowMs - past.askedMs < heldForMs || past.askedMs >= stillSinceMs);
	if (isFresh && past.of === of) return null;
	const askedMs =
		past === null ? nowMs - (asked % turns) * (heldForMs / turns) : nowMs;
	return {
		command: ["xpending", stream.key, sentName(group.name), "-", "+", 1],
		hear({ reply }) {
			const row = heldOf(reply);
			const since =
				row === null || row.idleMs === null ? null : nowMs - row.idleMs;
			memory.held = {
				...{ of, askedMs, id: row?.id ?? "" },
				sinceMs: earlier(past, row?.id ?? "", since),
				deliveries: row?.deliveries ?? null,
			};
		},
	};
}

/** Each delivery sets the idle time back; a message that was already held when we last looked has been held since. */
function earlier(past: Held | null, id: string, sinceMs: number | null) {
	if (past === null || past.id !== id || past.sinceMs === null) return sinceMs;
	return sinceMs === null ? past.sinceMs : Math.min(past.sinceMs, sinceMs);
}
