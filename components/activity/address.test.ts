// What is asked of the server for what somebody chose?
import { expect, test } from "vitest";
import { isFiltered, pathOf, type Wanted } from "./address.ts";

const nowMs = Date.parse("2026-11-21T12:00:00.000Z");
const all: Wanted = {
	...{ by: "", broker: "", state: null, action: null, since: "all" },
};

test("all that was done is asked for without a question", () => {
	expect(pathOf(all, nowMs)).toBe("/api/errands");
	expect(isFiltered(all)).toBe(false);
});

test("what was chosen is asked for, and a span begins so long before now", () => {
	const wanted: Wanted = {
		...{ by: " mina ", broker: "eu", state: "partly done", action: "reclaim" },
		since: "day",
	};
	const { searchParams } = new URL(pathOf(wanted, nowMs), "http://here");
	expect(Object.fromEntries(searchParams)).toEqual({
		...{ by: "mina", broker: "eu", state: "partly done", action: "reclaim" },
		from: "2026-11-20T12:00:00.000Z",
	});
	expect(isFiltered(wanted)).toBe(true);
	expect(isFiltered({ ...all, state: "done" })).toBe(true);
});
