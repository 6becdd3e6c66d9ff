// Does each wish need the right it should, and contents one of their own?
import { expect, test } from "vitest";
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { planOf, targetOf } from "#lib/core/clean-up/for-tests.ts";
import type { Wish } from "#lib/core/errand.ts";
import { anyPending } from "#lib/core/pending.ts";
import { type Right, usualRoleNames as roles } from "#lib/core/people/role.ts";
import { mayAcknowledge, mayApprove, mayAsk, mayAskAt } from "./asking.ts";
import { rightsAs, whereOnly } from "./for-tests.ts";

const look: Wish = {
	...{ verb: "look", subscription: "a", part: "members", sort: "lag" },
	...{ offset: 0, limit: 10, pending: null },
};
const pending: Wish = { ...look, part: "pending", pending: anyPending };
const contents: Wish = {
	...pending,
	pending: { ...anyPending, contents: true },
};

test.each([
	["members", look, ["viewer", "operator", "visitor", "admin"]],
	["what is held", pending, ["viewer", "operator", "visitor", "admin"]],
	["what messages say", contents, ["visitor", "admin"]],
])("a look at %s is for those whose role has it", (_what, wish, allowed) => {
	expect(roles.filter((role) => mayAsk(rightsAs(role), wish))).toEqual(allowed);
});

test("whoever has no role asks for nothing", () => {
	for (const wish of [look, pending, contents])
		expect(mayAsk([], wish)).toBe(false);
});

test.each(roles.map((role) => [role, role === "admin"] as const))(
	"an address is tried for a %s: %s",
	(role, allowed) => {
		expect(mayAsk(rightsAs(role), { verb: "try", address: null })).toBe(
			allowed,
		);
	},
);

const safe = ["operator", "visitor", "admin"];
const wanted = (cleanUp: CleanUp): Wish => ({
	...{ verb: "clean up", targets: { filter: "" }, cleanUp },
});

test.each<readonly [string, CleanUp, readonly string[]]>([
	["hand messages over", { ...reclaimAll, fate: "hand over" }, safe],
	["leave that choice to the plan", reclaimAll, safe],
	[
		"let messages count as done",
		{ ...reclaimAll, fate: "acknowledge" },
		["admin"],
	],
	["remove members", { action: "remove", members: null }, safe],
	["put back what was put aside", { action: "redrive", from: null }, safe],
	["make a lag knowable", { action: "count" }, safe],
	["end claims on what is gone", { action: "clear" }, safe],
	["take something back", { action: "undo", errand: "a" }, safe],
	["trim", { action: "trim" }, ["admin"]],
	["end a group", { action: "destroy" }, ["admin"]],
	["forget a channel", { action: "forget" }, ["admin"]],
	["take a member out", { action: "evict", member: "a" }, ["admin"]],
	["take messages elsewhere", { action: "move", to: "b" }, safe],
	["delete a channel", { action: "delete" }, ["admin"]],
	["throw away what waits", { action: "purge" }, ["admin"]],
	[
		"put back what lies in progress",
		{ action: "recover", from: null, served: "next" },
		safe,
	],
	[
		"draw a plan of reading on elsewhere",
		{ action: "reset", partitions: null, to: { place: "end" } },
		safe,
	],
])("to %s is for those whose role has it", (_what, cleanUp, allowed) => {
	expect(
		roles.filter((role) => mayAsk(rightsAs(role), wanted(cleanUp))),
	).toEqual(allowed);
});

test("a plan that turned out to lose messages needs the right for that", () => {
	const may = (target: Parameters<typeof targetOf>[0]) =>
		roles.filter((role) =>
			mayApprove(rightsAs(role), { targets: [targetOf(target)] }),
		);
	expect(may({ plan: planOf() })).toEqual(safe);
	expect(may({ plan: planOf({ risk: "repeats messages" }) })).toEqual(safe);
	expect(may({ plan: planOf({ risk: "loses messages" }) })).toEqual(["admin"]);
	const refusal = { code: "nothing to do", values: {} } as const;
	const nothing = planOf({ risk: "loses messages", refusal });
	expect(may({ plan: nothing })).toEqual([...roles]);
});

const spot = { broker: "shop", kind: "log", channel: "orders", group: "pay" };
const here = whereOnly({ channels: ["orders"] });
const elsewhere = whereOnly({ channels: ["else"] });
const reclaim = wanted({ ...reclaimAll, fate: "hand over" });

test.each<readonly [string, Wish, readonly Right[]]>([
	["a look", look, ["see", "look"]],
	["contents", contents, ["see", "look", "see contents"]],
	["a clean-up", reclaim, ["see", "look", "act without loss"]],
	["a clean-up by its name", reclaim, ["see", "look", "reclaim"]],
])("%s needs each of its rights at that very place", (_, wish, needed) => {
	const rightsBut = (lacking: Right | null) =>
		needed.map((right) => ({
			may: [right],
			where: right === lacking ? elsewhere : here,
		}));
	expect(mayAskAt(rightsBut(null), wish, spot)).toBe(true);
	for (const right of needed) {
		expect(mayAsk(rightsBut(right), wish)).toBe(true);
		expect(mayAskAt(rightsBut(right), wish, spot)).toBe(false);
	}
});

test("an alert is acknowledged by whoever sees it and tends all that it is about", () => {
	const tends = (where: typeof here | null, sees: typeof here | null = where) =>
		[
			{ is: "subscription", id: "a", system: "some", ...spot } as const,
			{ is: "broker", broker: "shop", system: "some" } as const,
			{ is: "outlet", outlet: "oncall" } as const,
		].map((target: AlertTarget) =>
			mayAcknowledge(
				[
					{ may: ["tend alerts"], where },
					{ may: ["see"], where: sees },
				],
				target,
			),
		);
	expect(tends(null)).toEqual([true, true, true]);
	expect(tends(null, elsewhere)).toEqual([false, true, false]);
	expect(tends(here)).toEqual([true, false, false]);
	expect(tends(elsewhere)).toEqual([false, false, false]);
	expect(tends(whereOnly({ brokers: ["shop"] }))).toEqual([true, true, false]);
	expect(tends(whereOnly({ brokers: ["old"] }))).toEqual([false, false, false]);
});
