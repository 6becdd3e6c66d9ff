// Is a group's lag what somebody counting by hand would find, version by version?
import { expect, test } from "vitest";
import { exactly } from "#lib/core/amount.ts";
import { addedOf, backlogOf, needsDetail } from "./backlog.ts";
import { compareIds } from "./entry-id.ts";
import {
	empty,
	forty,
	group,
	past,
	seen,
	unseen,
	whole,
} from "./situations.ts";

test.each([
	[
		"the server's count of zero is zero",
		group({ lag: 0 }),
		unseen(0, null),
		"drifts",
		null,
		exactly(0),
	],
	[
		"a trusted count is taken as it is",
		group({ lag: 30 }),
		unseen(40, 100),
		"capped",
		null,
		exactly(30),
	],
	[
		"a trusted count is cut off at the length",
		group({ lag: 50 }),
		seen(forty),
		"capped",
		null,
		exactly(40),
	],
	[
		"an empty stream has nobody behind",
		group({ lag: null }),
		seen(empty),
		"none",
		null,
		exactly(0),
	],
	[
		"a group at the last id made is caught up",
		group({ position: "100-0" }),
		seen(forty),
		"none",
		null,
		exactly(0),
	],
	[
		"a group at the last entry left is caught up",
		group({ position: "98-0" }),
		seen({ ...forty, last: "97-0" }),
		"none",
		null,
		exactly(0),
	],
	[
		"a group before all that is left has all of it ahead",
		group({ position: "50-0" }),
		seen(forty),
		"none",
		null,
		exactly(40),
	],
	[
		"a group before all that is left does not trust a drifting count",
		group({ position: "50-0", lag: 55 }),
		seen(forty),
		"drifts",
		null,
		exactly(40),
	],
	[
		"a known drift is taken off",
		group({ position: "80-0", lag: 27 }),
		seen(forty),
		"drifts",
		past("79-0", 7),
		exactly(20),
	],
	[
		"nothing was ever removed, so there is no drift",
		group({ position: "80-0", lag: 20 }),
		seen(whole),
		"drifts",
		null,
		exactly(20),
	],
	[
		"an unknown drift must be counted",
		group({ position: "80-0", lag: 27 }),
		seen(forty),
		"drifts",
		null,
		"count",
	],
	[
		"a drift is forgotten when trimming passed the last look",
		group({ position: "80-0", lag: 27 }),
		seen(forty),
		"drifts",
		past("50-0", 7),
		"count",
	],
	[
		"a drift is forgotten when an unread entry was deleted",
		group({ position: "80-0", lag: 27 }),
		seen({ ...forty, lastDeleted: "75-0" }),
		"drifts",
		past("70-0", 7),
		"count",
	],
	[
		"a drift is forgotten when the very entry the group stood at was deleted",
		group({ position: "80-0", lag: 27 }),
		seen({ ...forty, lastDeleted: "70-0" }),
		"drifts",
		past("70-0", 0),
		"count",
	],
	[
		"a drift is kept when only entries it had read were deleted",
		group({ position: "80-0", lag: 27 }),
		seen({ ...forty, lastDeleted: "69-0" }),
		"drifts",
		past("70-0", 7),
		exactly(20),
	],
	[
		"a drift is forgotten when the group went back",
		group({ position: "80-0", lag: 27 }),
		seen(forty),
		"drifts",
		past("90-0", 7),
		"count",
	],
	[
		"a drift is forgotten when the server no longer counts reads",
		group({ position: "80-0", lag: 27, entriesRead: null }),
		seen(forty),
		"drifts",
		past("79-0", 7),
		"count",
	],
	[
		"no count from the server must be counted",
		group({ position: "80-0" }),
		seen(forty),
		"capped",
		null,
		"count",
	],
] as const)("%s", (_, reply, stream, trust, before, lag) => {
	expect(backlogOf(reply, stream, trust, before).lag).toEqual(lag);
});

test("caught up, the drift is what the server still counts", () => {
	const reply = group({ position: "100-0", lag: 7, entriesRead: 93 });
	const found = backlogOf(reply, seen(forty), "drifts", null);
	expect(found).toEqual({ lag: exactly(0), lost: 0, drift: 7 });
});

test.each([
	["an unknown lag", group({ lag: null }), 40, "capped", true, true],
	["a trusted lag", group({ lag: 30 }), 40, "capped", false, false],
	[
		"a lag as long as the stream",
		group({ lag: 40 }),
		40,
		"capped",
		false,
		true,
	],
	[
		"the same lag as long as the stream again",
		group({ lag: 40 }),
		40,
		"capped",
		true,
		true,
	],
	["a lag that may have drifted", group({ lag: 1 }), 40, "drifts", false, true],
	["a lag of zero", group({ lag: 0 }), 40, "drifts", false, false],
] as const)(
	"%s: is more asked about the stream?",
	(_, reply, length, trust, unchanged, needed) => {
		expect(needsDetail([reply], length, trust, unchanged)).toBe(needed);
	},
);

test("entries added are what a group read and has ahead, unless its lag was cut off", () => {
	const good = group({ lag: 20, entriesRead: 80 });
	const cut = group({ lag: 40, entriesRead: 10 });
	expect(addedOf([cut, good], 40, "capped")).toBe(100);
	expect(addedOf([cut], 40, "capped")).toBeNull();
	expect(addedOf([group({ lag: null })], 40, "drifts")).toBeNull();
});

test("ids are compared as numbers of any length", () => {
	expect(compareIds("9-1", "10-0")).toBeLessThan(0);
	expect(compareIds("10-9", "10-10")).toBeLessThan(0);
	const most = "18446744073709551615";
	expect(compareIds(`${most}-0`, "18446744073709551614-5")).toBeGreaterThan(0);
	expect(compareIds("7-7", "7-7")).toBe(0);
});
