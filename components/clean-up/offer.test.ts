// Which clean-ups are offered first, with which numbers, and what keeps somebody from them?
import { expect, test } from "vitest";
import { actions } from "#lib/core/clean-up/clean-up.ts";
import { usualRoles } from "#lib/core/people/role.ts";
import { errandOf, planOf, targetOf, undertakingOf } from "./for-tests.ts";
import { obstacleTo } from "./obstacle.ts";
import { offerOf, offersFor, wishOf } from "./offer.ts";

const said = { en: "", ko: "" };
const kind = {
	...{ channel: said, group: said, actions: [...actions] },
	...{ holds: true, keeps: true, partitioned: false, itemised: true },
};
const row = {
	...{ broker: "eu", group: "shipping", holding: 57 },
	verdict: "stalled" as const,
	channel: "orders",
	members: {
		...{ registered: 21, dead: 12, stuck: 0, unknown: 0 },
		live: { n: 9, bound: "exact" as const },
	},
	reason: { code: "held by absent", values: { messages: 42 } },
};
const all = {
	...{ readOnly: false, readOnlyBrokers: [] },
	rights: usualRoles.admin,
};
const calm = { code: "caught up", values: {} };

test("what dead members hold is offered first, with its numbers, and taking back never", () => {
	const offers = offersFor(row, kind, all);
	expect(offers[0]).toMatchObject({
		...{ action: "reclaim", held: 42, dead: 12, isFirst: true },
		hindrance: null,
	});
	expect(offers.map(({ action }) => action)).toEqual([
		...["reclaim", "remove", "recover", "reset", "count", "clear", "park"],
		...["redrive", "move", "forget", "trim", "destroy", "delete", "purge"],
	]);
});

test("a kind that has none is offered none", () => {
	const { actions: _, ...bare } = kind;
	expect(offersFor(row, bare, all)).toEqual([]);
	expect(offersFor(row, undefined, all)).toEqual([]);
});

test("what a worker left in progress is returned, with its number, also where there is no group", () => {
	const reason = { code: "held still", values: { messages: 3 } };
	const list = { ...row, group: null, members: null, reason };
	expect(offersFor(list, kind, all)[0]).toMatchObject({
		...{ action: "recover", held: 3 },
	});
});

test("what fails again and again is put aside, though somebody is dead as well", () => {
	const reason = { code: "delivered again", values: { deliveries: 90 } };
	expect(offersFor({ ...row, reason }, kind, all)[0]).toMatchObject({
		...{ action: "park", held: null, isFirst: true },
	});
});

test("a position beyond the end is reset, and members in the way are told before", () => {
	const reason = { code: "ahead of the log", values: {} };
	const members = { ...row.members, dead: 0 };
	const ahead = { ...row, members, reason };
	expect(offerOf("reset", ahead, all)).toMatchObject({
		...{ hasMembers: true, hindrance: null, isFirst: true },
	});
	expect(offerOf("destroy", ahead, all).hasMembers).toBe(false);
});

test("where nobody is dead, what stuck members hold is asked for", () => {
	const members = { ...row.members, dead: 0, stuck: 2 };
	expect(wishOf("reclaim", { members })).toMatchObject({ stuck: true });
	expect(wishOf("reclaim", row)).toMatchObject({ stuck: false });
	expect(wishOf("trim", { members })).toEqual({ action: "trim" });
});

test("what all members hold is not said of the dead ones", () => {
	expect(offerOf("reclaim", { ...row, reason: calm }, all).held).toBeNull();
});

test.each([
	["the configuration", { ...all, readOnly: true }, "read-only"],
	["the broker", { ...all, readOnlyBrokers: ["eu"] }, "broker read-only"],
	["the role", { ...all, rights: usualRoles.viewer }, "not allowed"],
] as const)("%s keeps somebody from it", (_, leave, hindrance) => {
	expect(offerOf("reclaim", row, leave).hindrance).toBe(hindrance);
});

test("an operator may reclaim, and neither trim nor delete a group", () => {
	const leave = { ...all, rights: usualRoles.operator };
	const kept = (["reclaim", "trim", "destroy"] as const).map(
		(action) => offerOf(action, row, leave).hindrance,
	);
	expect(kept).toEqual([null, "not allowed", "not allowed"]);
});

test("where nobody is dead there is nobody to remove", () => {
	const members = { ...row.members, dead: 0 };
	expect(offerOf("remove", { ...row, members }, all).hindrance).toBe("no dead");
});

const leave = { rights: all.rights, reasonRequired: false };
const none = { why: " ", typed: "" };
const grave = errandOf({
	undertaking: undertakingOf({
		typed: "shipping",
		targets: [targetOf({ plan: planOf({ risk: "loses messages" }) })],
	}),
});

test.each([
	["nothing is missing", errandOf(), leave, none, null],
	["it is not known yet who asks", errandOf(), null, none, null],
	[
		"a reason is missing that is required",
		...([errandOf(), { ...leave, reasonRequired: true }, none] as const),
		"needsReason",
	],
	["the name was not typed", grave, leave, none, "needsName"],
	["it was, with a space", grave, leave, { why: "", typed: "shipping " }, null],
	[
		"it was not quite",
		grave,
		leave,
		{ why: "", typed: "shippin" },
		"needsName",
	],
	[
		"the role may not lose messages",
		...([grave, { ...leave, rights: usualRoles.operator }] as const),
		...([{ why: "", typed: "shipping" }, "mayNot"] as const),
	],
] as const)("a yes waits until %s", (_, errand, leave, yes, obstacle) => {
	expect(obstacleTo(errand, leave, yes)).toBe(obstacle);
});
