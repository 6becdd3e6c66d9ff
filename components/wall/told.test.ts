// When does the wall stop speaking of backlogs and scream?
import { expect, test } from "vitest";
import { screamOf, type Told } from "./told.ts";

const well: Told = {
	blame: null,
	nowMs: 100_000,
	fromMs: 99_000,
	heard: { ageSeconds: 1, brokers: 2, silent: [] },
};
const silent = (...names: string[]) =>
	names.map((name) => ({ name, ageSeconds: 60 }));

test.each<[string, Told, string | null]>([
	["while all is heard it does not", well, null],
	[
		"one silent broker is told in the foot",
		{ ...well, heard: { ...well.heard, silent: silent("a") } },
		null,
	],
	[
		"when every broker is silent nothing is known",
		{ ...well, heard: { ...well.heard, silent: silent("a", "b") } },
		"brokers",
	],
	[
		"a collector that is silent is to blame before its brokers",
		{
			...well,
			blame: "collector",
			heard: { ...well.heard, silent: silent("a", "b") },
		},
		"collector",
	],
	[
		"where no broker is configured none is silent",
		{ ...well, heard: { ageSeconds: null, brokers: 0, silent: [] } },
		null,
	],
])("%s", (_, told, blame) => {
	expect(screamOf(told)).toBe(blame);
});
