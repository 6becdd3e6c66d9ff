// Does a filter that is made of a row match that row, whatever it is called, and no other?
import { describe, expect, test } from "vitest";
import { parseFilter } from "../filter/filter.ts";
import { amongFamily, amongOf } from "./among.ts";

const patterns = (text: string) => {
	const parsed = parseFilter(text);
	if (!("filter" in parsed)) throw new Error(text);
	return parsed.filter.map((term) => "pattern" in term && term.pattern);
};

describe("a filter that is made of a row", () => {
	test.each([
		["orders", "billing"],
		["two words", 'a "quoted" one'],
		["orders:stream:3", "-minus"],
		["", "empty:"],
	])("reads %j and %j back as they are", (channel, group) => {
		const text = amongOf({ broker: "eu:1", channel, group });
		expect(patterns(text)).toEqual(["eu:1", channel, group]);
	});

	test("names no group where readers form none", () => {
		const row = { broker: "b", channel: "list", group: null };
		expect(amongOf(row)).toBe("broker:b channel:list");
		expect(amongFamily({ ...row, family: null })).toBe("broker:b channel:list");
		expect(amongFamily({ ...row, family: "list:*" })).toBe(
			'broker:b family:"list:*"',
		);
	});
});
