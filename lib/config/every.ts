// How often should a broker be asked? "5s", "1m": a number and a unit, within bounds.

const units: ReadonlyMap<string, number> = new Map([
	["ms", 1],
	["s", 1_000],
	["m", 60_000],
	["h", 3_600_000],
]);

const leastMs = 1_000;
const mostMs = 3_600_000;

/** Milliseconds, or what to write instead. */
export function parseEvery(text: string): number | string {
	const match = /^(\d{1,9}) ?(ms|s|m|h)$/.exec(text.trim());
	const unit = units.get(match?.[2] ?? "");
	if (!match || unit === undefined)
		return "write a whole number and a unit (ms, s, m or h), such as 5s";
	const everyMs = Number(match[1]) * unit;
	if (everyMs < leastMs)
		return "asks more often than a broker should be asked; write 1s or longer";
	return everyMs > mostMs
		? "is longer than anybody would wait; write 1h or shorter"
		: everyMs;
}
