// Until when is something muted? An hour, the next round time of the day, until it is over, or a moment that was picked.
import { muteMaxMs } from "#lib/core/alert/mute.ts";

export const muteSpans = ["hour", "clock", "resolved", "pick"] as const;
export type MuteSpan = (typeof muteSpans)[number];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** When people come, and when they go. */
const roundHours = [9, 18] as const;

/** The next nine or six o'clock, at least an hour away. */
export function clockAfter(nowMs: number, zoneMs: number): number {
	const today = Math.floor((nowMs + zoneMs) / dayMs) * dayMs;
	const times = [0, 1, 2].flatMap((day) =>
		roundHours.map((hour) => today + day * dayMs + hour * hourMs - zoneMs),
	);
	return times.find((ms) => ms >= nowMs + hourMs) ?? Math.ceil(nowMs + hourMs);
}

/** Null until resolved; undefined where what was picked is no moment that may be. */
export function untilOf(
	span: MuteSpan,
	nowMs: number,
	zoneMs: number,
	pickedMs: number | null,
): number | null | undefined {
	// The server takes whole milliseconds.
	if (span === "hour") return Math.ceil(nowMs + hourMs);
	if (span === "clock") return clockAfter(nowMs, zoneMs);
	if (span === "resolved") return null;
	return pickedMs !== null && pickedMs > nowMs && pickedMs <= nowMs + muteMaxMs
		? pickedMs
		: undefined;
}
