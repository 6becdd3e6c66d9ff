// Is each change that cannot be made refused with its reason, and no other?
import { expect, test } from "vitest";
import { alertOf, ruleOf } from "../for-tests.ts";
import { type Mute, muteMaxMs, mutesMax } from "../mute.ts";
import { type KnownRule, ruleBegun, rulesMax } from "../rule.ts";
import type { AlertWish } from "./errand.ts";
import { type Tendable, tendFaultOf } from "./tending.ts";

const nowMs = 1_000_000;
const knownOf = (name: string, from: KnownRule["from"] = "screen") =>
	ruleOf({ name, from });
const muteOf = (id: string): Mute => ({
	...{ id, among: "", untilMs: null, why: "a release", by: "them", atMs: 1 },
	...{ endedMs: null, endedBy: null },
});
const tendable: Tendable = {
	rules: [
		...[knownOf("mine"), knownOf("other")],
		...[knownOf("stalled", "usual"), knownOf("git", "file")],
	],
	...{ outlets: ["chat"], mutes: [muteOf("m")], alert: alertOf("a") },
};
const save = (
	name: string,
	was: string | null = null,
	part = {},
): AlertWish => ({
	...{ verb: "save rule", was, rule: { ...ruleBegun, name, ...part } },
});
const remove = (name: string): AlertWish => ({ verb: "remove rule", name });
const mute = (part = {}): AlertWish => ({
	...{ verb: "mute", among: "group:a", untilMs: nowMs + 1, why: "a release" },
	...part,
});
const acknowledge: AlertWish = { verb: "acknowledge", alert: "a", why: "" };

const table: [string, AlertWish, Partial<Tendable>, string | null][] = [
	["a new rule", save("new"), {}, null],
	["a rule of the screen, changed", save("mine", "mine"), {}, null],
	["one that gets another name", save("new", "mine"), {}, null],
	["one in the place of a usual one", save("stalled", "stalled"), {}, null],
	["a new one by a usual one's name", save("stalled"), {}, null],
	["one without a name", save(" \t"), {}, "rule name blank"],
	["one that went meanwhile", save("gone", "gone"), {}, "rule gone"],
	["one of the file", save("git", "git"), {}, "rule in file"],
	["a new one by a name of the file", save("git"), {}, "rule in file"],
	["one renamed to one of the file", save("git", "mine"), {}, "rule in file"],
	["a usual one, renamed", save("new", "stalled"), {}, "usual rule stays"],
	["a new one by a name of the screen", save("mine"), {}, "rule name taken"],
	["a name that another has", save("mine", "other"), {}, "rule name taken"],
	[
		"one more than may be",
		save("new"),
		{ rules: Array.from({ length: rulesMax }, (_, n) => knownOf(`r${n}`)) },
		"rules too many",
	],
	[
		"a change where there are as many as may be",
		save("r1", "r1"),
		{ rules: Array.from({ length: rulesMax }, (_, n) => knownOf(`r${n}`)) },
		null,
	],
	[
		"a filter nobody understands",
		save("new", null, { among: "lag:many" }),
		{},
		"filter not a number",
	],
	["an outlet there is", save("new", null, { tell: ["chat"] }), {}, null],
	[
		"an outlet nobody configured",
		save("new", null, { tell: ["chat", "__proto__"] }),
		{},
		"outlet unknown",
	],
	["the end of a rule", remove("mine"), {}, null],
	["the end of one that is gone", remove("gone"), {}, "rule gone"],
	["the end of one of the file", remove("git"), {}, "rule in file"],
	["the end of a usual one", remove("stalled"), {}, "usual rule stays"],
	["a mute", mute(), {}, null],
	["a mute of everything", mute({ among: "" }), {}, null],
	["a mute until it is over", mute({ untilMs: null }), {}, null],
	["a mute for a month", mute({ untilMs: nowMs + muteMaxMs }), {}, null],
	[
		"a longer one",
		mute({ untilMs: nowMs + muteMaxMs + 1 }),
		{},
		"mute too long",
	],
	["a mute until now", mute({ untilMs: nowMs }), {}, "mute over"],
	["a mute without a reason", mute({ why: "  " }), {}, "mute without reason"],
	[
		"a mute of what nobody understands",
		mute({ among: 'group:"a' }),
		{},
		"filter quote open",
	],
	[
		"one mute more than may be",
		mute(),
		{ mutes: Array.from({ length: mutesMax }, (_, n) => muteOf(`m${n}`)) },
		"mutes too many",
	],
	["the end of a mute", { verb: "end mute", mute: "m" }, {}, null],
	["the end of another", { verb: "end mute", mute: "x" }, {}, "mute gone"],
	["what fires", acknowledge, {}, null],
	["what never was", acknowledge, { alert: null }, "alert over"],
	[
		"what is over",
		acknowledge,
		{ alert: alertOf("a", { state: "resolved" }) },
		"alert over",
	],
	[
		"what somebody else acknowledged",
		acknowledge,
		{
			alert: alertOf("a", { acknowledged: { by: "them", atMs: 1, why: "" } }),
		},
		"acknowledged already",
	],
	[
		"a look at the past of what nobody understands",
		{ verb: "back-test", rule: { ...ruleBegun, among: "x:" }, days: 7 },
		{},
		"filter unknown key",
	],
	[
		"a look at the past under any name",
		{ verb: "back-test", rule: ruleBegun, days: 7 },
		{},
		null,
	],
	[
		"a try of an outlet",
		{ verb: "try outlet", outlet: "chat", rule: null },
		{},
		null,
	],
	[
		"a try of none",
		{ verb: "try outlet", outlet: "none", rule: null },
		{},
		"outlet unknown",
	],
];

test.each(table)("%s", (_, wish, known, key) => {
	const found = tendFaultOf(wish, { ...tendable, ...known }, nowMs);
	expect(found?.key ?? null).toBe(key);
});

test("what is wrong in a filter is told with its place", () => {
	expect(
		tendFaultOf(mute({ among: "group:a lag:many" }), tendable, nowMs),
	).toMatchObject({ values: { at: 8, length: 8 } });
});
