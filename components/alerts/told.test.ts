// Is it said who was told of an alert, who was not, and why?
import { describe, expect, test } from "vitest";
import { wholeEn } from "#lib/say/en/spoken.tsx";
import { at, noon, toldOf } from "./for-tests.ts";
import { toldSaid } from "./told.ts";

const said = (
	told: Parameters<typeof toldSaid>[1]["told"],
	held: Parameters<typeof toldSaid>[1]["held"] = null,
) => toldSaid(wholeEn, { told, held }, noon);

describe("who was told", () => {
	test("whoever it reached stands in one phrase, in the order they come", () => {
		const told = [toldOf(), toldOf({ outlet: "pager" })];
		expect(said(told)).toEqual({
			...{ reached: "told oncall, pager", missed: [], held: null },
		});
	});

	test("one it did not reach is named with when it is tried again", () => {
		const mail = { outlet: "mail", state: "owed" } as const;
		const [missed] = said([toldOf({ ...mail, tries: 3, next: at(-4) })]).missed;
		expect(missed).toMatch(/^mail not reached, tries again \d\d:\d\d$/);
		expect(said([toldOf({ ...mail, tries: 0, next: at(0) })]).missed).toEqual([
			"mail not told yet",
		]);
	});

	test("one that was given up says so", () => {
		const told = [toldOf({ outlet: "mail", state: "given up", tries: 40 })];
		expect(said(told).missed).toEqual(["mail not reached, given up"]);
	});

	test("only the latest word to each counts, and a test is no word", () => {
		const told = [
			toldOf({ says: "test", state: "given up" }),
			toldOf({ says: "still fires" }),
			toldOf({ state: "given up" }),
		];
		expect(said(told).reached).toBe("told oncall");
		expect(said(told).missed).toEqual([]);
	});

	test("why nobody hears of it now is said beside", () => {
		expect(said([], "quiet hours").held).toBe(
			"quiet hours, told when they end",
		);
	});
});
