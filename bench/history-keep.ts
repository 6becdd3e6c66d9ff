// How long is history kept unless somebody says otherwise?
import type { Keep } from "#lib/core/history.ts";

const dayMs = 24 * 3_600_000;
export const keep: Keep = {
	ticksMs: dayMs,
	minutesMs: 7 * dayMs,
	tenMinutesMs: 90 * dayMs,
	hoursMs: 730 * dayMs,
};
