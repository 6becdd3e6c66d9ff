// What is asked of the server for what somebody chose?
import { expect, test } from "vitest";
import { isFiltered, pathOf, type Wanted } from "./address.ts";

const nowMs = Date.parse("2026-11-21T12:00:00.000Z");
const all: Wanted = {
	...{ by: "", broker: "", state: "begun", action: null, since: "all" },
};

test("what was begun is asked for, and plans nobody wanted only on purpose", () => {
	expect(pathOf(all, nowMs)).toBe("/api/errands?state=begun");
	expect(isFiltered(all)).toBe(false);
	expect(pathOf({ ...all, state: "all" }, nowMs)).toBe("/api/errands");
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
