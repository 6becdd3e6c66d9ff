// Are addresses read as they are written, and nothing else taken for one?
import { expect, test } from "vitest";
import { placeIn, reached, shownPlace } from "./place.ts";

test.each([
	["10.0.0.7:6379", "10.0.0.7:6379"],
	["cache-1.example.org:7001", "cache-1.example.org:7001"],
	["[::1]:6379", "[::1]:6379"],
	["::1:6379", "[::1]:6379"],
])("%s is a place", (text, shown) => {
	const place = placeIn(text);
	expect(place && shownPlace(place)).toBe(shown);
});

test.each(["", "host", ":1", "host:0", "host:99999", "a b:1", "u@h:1", "?:1"])(
	"%j is none",
	(text) => {
		expect(placeIn(text)).toBeNull();
	},
);

test("without a list everybody is dialled where they say, with one only those on it", () => {
	const at = { host: "Cache", port: 1 };
	expect(reached(at, null)).toEqual({ at });
	expect(reached(at, new Map([["cache:1", { host: "b", port: 2 }]]))).toEqual({
		at: { host: "b", port: 2 },
	});
	expect(reached(at, new Map())).toMatchObject({
		trouble: { code: "address not listed", part: "Cache:1" },
	});
});
