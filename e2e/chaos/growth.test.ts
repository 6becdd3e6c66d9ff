// Is a store that fills the disk seen?
import { expect, test } from "vitest";
import { grownTooMuch } from "./growth.ts";

const halfAnHourMs = 30 * 60_000;

test("what grows with its history is well, and what grows faster, or whose journal is never emptied, is not", () => {
	const well = { storeMb: 40, journalMb: 4 };
	expect(grownTooMuch(well, halfAnHourMs)).toEqual([]);
	expect(grownTooMuch(well, halfAnHourMs / 3)).toHaveLength(1);
	expect(grownTooMuch({ ...well, journalMb: 90 }, halfAnHourMs)).toEqual([
		"I6: the store took 40.0 MB and its journal 90.0 after 1800000 ms",
	]);
});
