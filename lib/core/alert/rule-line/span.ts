// How is a span of time written? A number and a unit, as people write it: "30s", "5m", "1.5h".

const unitsMs: ReadonlyMap<string, number> = new Map([
	["ms", 1],
	["s", 1_000],
	["m", 60_000],
	["h", 3_600_000],
	["d", 86_400_000],
]);

/** Milliseconds; null when it is no span. */
export function parseSpan(text: string): number | null {
	const written = writtenIn(text);
	return written && written.n * written.unitMs;
}

/** Without a way through milliseconds, in which a part of a second may change. */
export function parseSeconds(text: string): number | null {
	const written = writtenIn(text);
	return written && written.n * (written.unitMs / 1_000);
}

function writtenIn(text: string) {
	const match = /^(\d{1,16}(?:\.\d{1,24})?) ?(ms|s|m|h|d)$/.exec(
		text.trim().toLowerCase(),
	);
	const unitMs = unitsMs.get(match?.[2] ?? "");
	return match && unitMs !== undefined ? { n: Number(match[1]), unitMs } : null;
}

/** The coarsest unit in which it is a whole number. */
export function printSpan(ms: number): string {
	if (ms === 0) return "0s";
	for (const [unit, unitMs] of [...unitsMs].toReversed())
		if (ms % unitMs === 0) return `${ms / unitMs}${unit}`;
	return `${ms}ms`;
}
