// How is a time chosen and written? From a few that make sense, or as a number with its unit.
import type { SpanUnit } from "#lib/say/words/rules.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export const unitMs: Readonly<Record<SpanUnit, number>> = {
	...{ s: second, min: minute, h: hour, d: day },
};
export const spanUnits = ["s", "min", "h", "d"] as const;

export const forChoices: readonly number[] = [
	...[0, 30 * second],
	...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
	...[1, 2, 4, 12].map((n) => n * hour),
	day,
];
export const calmChoices = forChoices;
export const againChoices: readonly number[] = [
	...[15, 30].map((n) => n * minute),
	...[1, 2, 4, 8, 12].map((n) => n * hour),
	...[day, 7 * day],
];

/** With the one that is chosen already, in its place. */
export const withChosen = (
	choices: readonly number[],
	chosen: number | null,
): readonly number[] =>
	chosen === null || choices.includes(chosen)
		? choices
		: [...choices, chosen].toSorted((a, b) => a - b);

/** In the largest unit that leaves it whole. */
export function inUnit(seconds: number): {
	readonly n: number;
	readonly unit: SpanUnit;
} {
	const ms = seconds * second;
	const unit =
		spanUnits.toReversed().find((it) => ms > 0 && ms % unitMs[it] === 0) ??
		(ms === 0 ? "min" : "s");
	return { n: ms / unitMs[unit], unit };
}
