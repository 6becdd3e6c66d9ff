// How long is history kept, and how much room must be left on the disk? "1d, 7d, 90d, 730d" and "512MB".
import type { Keep } from "#lib/core/history.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const units: ReadonlyMap<string, number> = new Map([
	["h", hourMs],
	["d", dayMs],
]);
/** Unless somebody says otherwise. */
export const usualKeep: Keep = {
	ticksMs: dayMs,
	minutesMs: 7 * dayMs,
	tenMinutesMs: 90 * dayMs,
	hoursMs: 730 * dayMs,
};
const longestMs = 3_650 * dayMs;

/** Four ages, or what to write instead. */
export function parseKeep(text: string): Keep | string {
	const ages = text.split(",").map((part) => ageOf(part.trim()));
	const [ticksMs, minutesMs, tenMinutesMs, hoursMs] = ages;
	if (ages.length !== 4 || !ticksMs || !minutesMs || !tenMinutesMs || !hoursMs)
		return "write four ages in hours or days (h or d): of every reading, of one a minute, one in ten minutes and one an hour, such as 1d, 7d, 90d, 730d";
	const keep = { ticksMs, minutesMs, tenMinutesMs, hoursMs };
	if (ticksMs > minutesMs || minutesMs > tenMinutesMs || tenMinutesMs > hoursMs)
		return "is kept the longer the coarser it is; write ages that grow, such as 1d, 7d, 90d, 730d";
	return hoursMs > longestMs
		? "is longer than ten years; write 3650d or less"
		: keep;
}

function ageOf(text: string): number | null {
	const match = /^(\d{1,5}) ?(h|d)$/.exec(text);
	const unit = units.get(match?.[2] ?? "");
	return match && unit !== undefined ? Number(match[1]) * unit : null;
}

const sizes: ReadonlyMap<string, number> = new Map([
	["MB", 1024 ** 2],
	["GB", 1024 ** 3],
]);

/** Bytes, or what to write instead. */
export function parseFloor(text: string): number | string {
	const match = /^(\d{1,6}) ?(MB|GB)$/.exec(text.trim());
	const size = sizes.get(match?.[2] ?? "");
	return match && size !== undefined
		? Number(match[1]) * size
		: "write a whole number and a unit (MB or GB), such as 512MB";
}
