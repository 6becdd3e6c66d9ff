// Is a change told by what it was about and by each part that is another since?
import { expect, test } from "vitest";
import type { Change } from "../../change.ts";
import { alertOf, ruleOf } from "../for-tests.ts";
import { ruleBegun } from "../rule.ts";
import { changeAsked, changeOf } from "./changed.ts";
import type { ChangingWish } from "./errand.ts";

const rule = { ...ruleBegun, name: "backlog", among: "group:a*" };
const known = {
	rules: [ruleOf({ ...rule, from: "screen" })],
	outlets: ["chat"],
	mutes: [
		{
			...{ id: "m", among: "broker:eu", untilMs: null, why: "a release" },
			...{ by: "them", atMs: 1, endedMs: null, endedBy: null },
		},
	],
	alert: alertOf("a"),
};
const save = (part: object, was: string | null = "backlog"): ChangingWish => ({
	...{ verb: "save rule", was, rule: { ...rule, ...part } },
});

test.each<readonly [string, ChangingWish, Partial<Change>]>([
	[
		"a rule that watches for something else",
		save({ when: { is: "measure", of: "lag", n: 1_000 }, tell: ["chat"] }),
		{
			...{ name: "backlog", among: "group:a*", target: null },
			parts: [
				{ part: "when", before: "stalled or graver", after: "lag over 1,000" },
				{ part: "tell", before: "*", after: "chat" },
			],
		},
	],
	[
		"a rule that got another name, and is off",
		save({ name: "lag", on: false, text: "Call us." }),
		{
			name: "lag",
			parts: [
				{ part: "name", before: "backlog", after: "lag" },
				{ part: "text", before: null, after: "Call us." },
				{ part: "on", before: "true", after: "false" },
			],
		},
	],
	["a rule as it was", save({}), { name: "backlog", parts: [] }],
	["a mute", mute(), { among: "", parts: [] }],
	[
		"the end of a mute",
		{ verb: "end mute", mute: "m" },
		{ among: "broker:eu" },
	],
	[
		"an alert somebody took on",
		{ verb: "acknowledge", alert: "a", why: "" },
		{ name: "stalled", target: alertOf("a").target, parts: [] },
	],
])("%s", (_, wish, change) => {
	expect(changeOf(wish, known)).toMatchObject(change);
});

function mute(): ChangingWish {
	return { verb: "mute", among: "", untilMs: null, why: "a release" };
}

test("a new rule has only parts that are new, and one that is removed only parts that were", () => {
	const made = changeOf(save({ name: "new" }, null), known);
	expect(made.parts.every(({ before }) => before === null)).toBe(true);
	expect(made.parts).toContainEqual({
		...{ part: "again", before: null, after: "4h" },
	});
	const gone = changeOf({ verb: "remove rule", name: "backlog" }, known);
	expect(gone).toMatchObject({ name: "backlog", among: "group:a*" });
	expect(gone.parts.every(({ after }) => after === null)).toBe(true);
	expect(gone.parts).toHaveLength(made.parts.length);
});

test("of one that was not made is told what it was to be about", () => {
	expect(changeAsked(save({ name: "new" }))).toMatchObject({
		...{ name: "new", among: "group:a*", parts: [] },
	});
	expect(changeAsked({ verb: "remove rule", name: "gone" })).toMatchObject({
		...{ name: "gone", among: null, parts: [] },
	});
});
