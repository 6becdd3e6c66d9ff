// Which rows of a store are believed to be something that somebody asked about alerts?
import { describe, expect, test } from "vitest";
import { isWish } from "../../errand.ts";
import { filterCharactersMax } from "../../filter/filter.ts";
import { muteWhyMax } from "../mute.ts";
import { measures, ruleBegun, ruleNameMax, ruleTextMax } from "../rule.ts";

const rule = { ...ruleBegun, name: "backlog", tell: ["oncall"] };
const save = (part: object = {}) => ({
	...{ verb: "save rule", was: null, rule: { ...rule, ...part } },
});
const mute = (part: object = {}) => ({
	...{ verb: "mute", among: "", untilMs: null, why: "a release", ...part },
});
const long = "x".repeat(201);

describe("a row about alerts", () => {
	test.each<readonly [string, unknown]>([
		["a rule is saved", save()],
		["a rule gets another name", { ...save(), was: "old" }],
		["a rule told to all, again and again", save({ tell: null, againMs: 1 })],
		...Object.keys(measures).map(
			(of) =>
				[
					`a rule about ${of}`,
					save({ when: { is: "measure", of, n: 1_000 } }),
				] as const,
		),
		[
			"a rule about one verdict alone",
			save({ when: { is: "verdict alone", verdict: "unknown" } }),
		],
		["a rule about what vanished", save({ when: { is: "vanished" } })],
		["a rule goes", { verb: "remove rule", name: "backlog" }],
		["everything is muted", mute()],
		["some are muted for a while", mute({ among: "a", untilMs: 1 })],
		["a mute ends", { verb: "end mute", mute: "m" }],
		["somebody looks after it", { verb: "acknowledge", alert: "a", why: "" }],
		["the past is looked at", { verb: "back-test", rule, days: 7 }],
		["an outlet is tried", { verb: "try outlet", outlet: "a", rule: null }],
		[
			"an outlet is tried with a rule",
			{ verb: "try outlet", outlet: "a", rule },
		],
	])("is believed: %s", (_, wish) => {
		expect(isWish(JSON.parse(JSON.stringify(wish)))).toBe(true);
	});

	test.each<readonly [string, unknown]>([
		["a rule that is none", { verb: "save rule", was: null, rule: null }],
		["a rule without what it was", { verb: "save rule", rule }],
		["a rule that brings more than rules have", save({ from: "file" })],
		["a rule without a name", save({ name: "" })],
		["a name longer than any", save({ name: "x".repeat(ruleNameMax + 1) })],
		[
			"a filter longer than any",
			save({ among: "x".repeat(filterCharactersMax + 1) }),
		],
		["a text longer than any", save({ text: "x".repeat(ruleTextMax + 1) })],
		["a span below none", save({ forMs: -1 })],
		["a span that never ends", save({ calmMs: 1e300 })],
		["a gravity nobody knows", save({ gravity: "fatal" })],
		["outlets that are no list", save({ tell: "oncall" })],
		["outlets without names", save({ tell: [null] })],
		["a rule neither on nor off", save({ on: 1 })],
		["a condition nobody knows", save({ when: { is: "always" } })],
		[
			"a measure of the prototype",
			save({ when: { is: "measure", of: "toString", n: 1 } }),
		],
		[
			"a number that is text",
			save({ when: { is: "measure", of: "lag", n: "9" } }),
		],
		[
			"unknown as a least verdict",
			save({ when: { is: "verdict", atLeast: "unknown" } }),
		],
		["a rule by a name too long", { verb: "remove rule", name: long }],
		["a mute without a reason", mute({ why: "" })],
		["a reason longer than any", mute({ why: "x".repeat(muteWhyMax + 1) })],
		["a mute until before all time", mute({ untilMs: -1 })],
		["a mute until nobody says when", { ...mute(), untilMs: undefined }],
		["the end of no mute", { verb: "end mute", mute: "" }],
		[
			"an alert by a name too long",
			{ verb: "acknowledge", alert: long, why: "" },
		],
		["a past of any length", { verb: "back-test", rule, days: 3_650 }],
		[
			"an outlet that is no name",
			{ verb: "try outlet", outlet: {}, rule: null },
		],
		["a verb nobody knows", { ...mute(), verb: "silence" }],
		["nothing", null],
	])("is not believed: %s", (_, wish) => {
		expect(isWish(JSON.parse(JSON.stringify(wish)))).toBe(false);
	});
});
