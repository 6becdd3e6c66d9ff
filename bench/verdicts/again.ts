// What happens again and again on a day?
import type { Chance } from "./chance.ts";
import { type Blink, type Event, hour, minute } from "./day.ts";

/** Again and again, with a rest between; each lasts so long. */
export function repeated<T>(
	chance: Chance,
	rest: readonly [number, number],
	lasting: readonly [number, number],
	make: (fromMs: number, untilMs: number) => T,
	untilMs = 1.7 * hour,
): T[] {
	const all: T[] = [];
	let atMs = chance.between(10, 25) * minute;
	while (atMs < untilMs) {
		const endsMs = atMs + chance.between(...lasting);
		all.push(make(atMs, endsMs));
		atMs = endsMs + chance.between(...rest);
	}
	return all;
}

export const event =
	(what: Event["what"]) =>
	(fromMs: number, untilMs: number): Event => ({ what, fromMs, untilMs });
export const blink =
	(what: Blink["what"], byMs = 0) =>
	(fromMs: number, untilMs: number): Blink => ({ what, fromMs, untilMs, byMs });
