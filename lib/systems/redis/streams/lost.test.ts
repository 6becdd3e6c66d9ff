// How many messages were removed before a group read them?
import { expect, test } from "vitest";
import { backlogOf } from "./backlog.ts";
import { empty, forty, group, past, seen, unseen } from "./situations.ts";

test.each([
	[
		"what is ahead was not removed",
		group({ position: "80-0", lag: 20, entriesRead: 80 }),
		unseen(40, 100),
		"capped",
		0,
	],
	[
		"what was removed between the group and the rest is lost",
		group({ position: "50-0", entriesRead: 50 }),
		seen(forty),
		"capped",
		10,
	],
	[
		"all that was left of it is lost",
		group({ position: "50-0", entriesRead: 50 }),
		seen(empty),
		"capped",
		50,
	],
	[
		"without a count of reads the loss is unknown",
		group({ position: "50-0", entriesRead: null }),
		seen(forty),
		"capped",
		null,
	],
	[
		"with an unknown drift the loss is unknown",
		group({ position: "50-0", lag: 55, entriesRead: 45 }),
		seen(forty),
		"drifts",
		null,
	],
	[
		"a server that counts nothing cannot tell",
		group({ position: "50-0" }),
		seen({ ...forty, added: null }),
		"none",
		null,
	],
	[
		"a caught-up group lost nothing",
		group({ position: "100-0", entriesRead: null }),
		seen(forty),
		"none",
		0,
	],
] as const)("lost: %s", (_, reply, stream, trust, lost) => {
	expect(backlogOf(reply, stream, trust, null).lost).toBe(lost);
});

test("a drift from before the loss is not part of it", () => {
	const reply = group({ position: "50-0", lag: 55, entriesRead: 45 });
	const found = backlogOf(reply, seen(forty), "drifts", past("50-0", 5));
	expect(found.lost).toBe(10);
});

test("a reader that is passed while it reads on lost all that it was passed by", () => {
	const reply = group({ position: "55-0", lag: 50, entriesRead: 50 });
	const before = past("50-0", 5);
	const passed = backlogOf(reply, seen(forty), "drifts", before);
	expect(passed).toMatchObject({ lost: 5, drift: 5 });
	const emptied = backlogOf(reply, seen(empty), "drifts", before);
	expect(emptied).toMatchObject({ lost: 45, drift: 5 });
});

test("where it may have been passed by what was deleted, and not by trimming, its loss is unknown", () => {
	const reply = group({ position: "55-0", lag: 50, entriesRead: 50 });
	const deleted = seen({ ...forty, lastDeleted: "58-0" });
	const found = backlogOf(reply, deleted, "drifts", past("50-0", 5));
	expect(found).toMatchObject({ lost: null, drift: null });
});
