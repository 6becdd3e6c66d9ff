// I2: is everybody told of everything, however it was broken? Backlogs that nobody reads, some of which are cleared once their notice was taken.
import { eventually } from "#world/eventually.ts";
import { backlogsOn } from "../faults/backlogs.ts";
import { namedTwice } from "../faults/told.ts";
import type { Place } from "./place.ts";

export const alarmName = (n: number): string => `alarm:${n}`;
/** Less waits there than its rule bears. */
export const calmName = "calm:0";

export type Alarms = {
	raise(n: number): Promise<void>;
	readonly raised: ReadonlySet<string>;
	/** Waits until all is told, and says what was not. */
	missing(withinMs: number): Promise<readonly string[]>;
	end(): void;
};

export function alarmsOn({ redis, sink, taken }: Place): Alarms {
	const backlogs = backlogsOn(redis.address);
	const raised = new Set<string>();
	const cleared = new Set<string>();
	const told = (says: string): ReadonlySet<string> =>
		new Set(taken.filter((it) => it.says === says).map(({ rule }) => rule));

	function lost(): readonly string[] {
		const [fired, over] = [told("fires"), told("over")];
		return [
			...[...raised]
				.filter((name) => !fired.has(name))
				.map((name) => `I2: nobody was told of ${name}`),
			...[...cleared]
				.filter((name) => !over.has(name))
				.map((name) => `I2: nobody was told that ${name} is over`),
			...[...fired]
				.filter((name) => !raised.has(name))
				.map((name) => `I2: ${name} was told, and never was`),
			...namedTwice(sink).map((of) => `I2: two notices tell of ${of}`),
		];
	}

	return {
		raised,
		async raise(n) {
			const name = alarmName(n);
			raised.add(name);
			await backlogs.raise(name);
			const fired = told("fires");
			const [one] = [...raised].filter(
				(it) => fired.has(it) && !cleared.has(it),
			);
			if (one === undefined || n % 2 === 0) return;
			cleared.add(one);
			await backlogs.clear(one);
		},
		async missing(withinMs) {
			await eventually(() => lost().length === 0 || undefined, withinMs, 500)
				// What is missing is said below.
				.catch(() => {});
			return lost();
		},
		end: () => backlogs.end(),
	};
}
