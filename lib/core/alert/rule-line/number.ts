// How is the number of a measure written? A count as on the board, a span of time with its unit.
import { type Measure, measures } from "../rule.ts";
import { parseSeconds, printSpan } from "./span.ts";

export const isTimed = (of: Measure): boolean =>
	measures[of].counts === "seconds";

export const parseNumber = (of: Measure, text: string): number | null =>
	isTimed(of) ? parseSeconds(text) : parseCount(text);

export function printNumber(of: Measure, n: number): string {
	if (!Number.isInteger(n)) return isTimed(of) ? `${n}s` : String(n);
	return isTimed(of) ? printSpan(n * 1_000) : grouped(n);
}

const units: ReadonlyMap<string, number> = new Map([
	["", 1],
	["k", 1e3],
	["m", 1e6],
]);

/** `k` is a thousand and `m` a million; a comma parts thousands and nothing else. */
function parseCount(text: string): number | null {
	const match = /^(\d{1,3}(?:,\d{3})+|\d{1,16})(\.\d{1,24})? ?([km]?)$/.exec(
		text,
	);
	const unit = units.get(match?.[3] ?? "");
	if (!match || unit === undefined) return null;
	const [, whole = "", part = ""] = match;
	return Number(`${whole.replaceAll(",", "")}${part}`) * unit;
}

const grouped = (n: number): string =>
	String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");

const examples: Readonly<Record<Measure, string>> = {
	...{ lag: "1,000", "time lag": "10m", holding: "500" },
	...{ "oldest held": "15m", deliveries: "5", margin: "6h" },
	...{ drained: "1h", "live members": "2", "dead members": "0" },
};

/** A line that says something of it. */
export const exampleOf = (of: Measure): string =>
	`${of} ${measures[of].side} ${examples[of]}`;
