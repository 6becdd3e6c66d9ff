// What does a change of rules, mutes and alerts come to, for whoever looks back? Only the parts that are others since.
import { type Change, type ChangedPart, ruleParts } from "../../change.ts";
import type { Rule } from "../rule.ts";
import { printCondition } from "../rule-line/print.ts";
import { printSpan } from "../rule-line/span.ts";
import type { ChangingWish } from "./errand.ts";
import { ruleIn, type Tendable } from "./tending.ts";

/** With what was known before it. */
export function changeOf(wish: ChangingWish, known: Tendable): Change {
	switch (wish.verb) {
		case "save rule": {
			const { rule, was } = wish;
			const before = ruleIn(known, was ?? rule.name);
			return { ...ofRule(rule), parts: partsOf(before, rule) };
		}
		case "remove rule": {
			const before = ruleIn(known, wish.name);
			const { name } = wish;
			return { ...ofRule(before), name, parts: partsOf(before, null) };
		}
		case "mute":
			return { ...nothing, among: wish.among };
		case "end mute": {
			const mute = known.mutes.find(({ id }) => id === wish.mute);
			return { ...nothing, among: mute?.among ?? null };
		}
		case "acknowledge": {
			const { rule = null, target = null } = known.alert ?? {};
			return { ...nothing, name: rule, target };
		}
	}
}

/** Of one that was not made: what it was to be about. */
export const changeAsked = (wish: ChangingWish): Change => ({
	...changeOf(wish, { rules: [], outlets: [], mutes: [], alert: null }),
	parts: [],
});

const nothing: Change = { name: null, among: null, target: null, parts: [] };

const ofRule = (rule: Rule | null): Change => ({
	...nothing,
	...{ name: rule?.name ?? null, among: rule?.among ?? null },
});

const partsOf = (
	before: Rule | null,
	after: Rule | null,
): readonly ChangedPart[] =>
	ruleParts
		.map((part) => ({
			part,
			before: before && printed(before, part),
			after: after && printed(after, part),
		}))
		.filter(({ before, after }) => before !== after);

type RulePart = (typeof ruleParts)[number];

function printed(rule: Rule, part: RulePart): string | null {
	switch (part) {
		case "name":
		case "gravity":
			return rule[part];
		case "when":
			return printCondition(rule.when);
		case "for":
			return printSpan(rule.forMs);
		case "calm":
			return printSpan(rule.calmMs);
		case "among":
			return rule.among === "" ? "*" : rule.among;
		case "tell":
			return rule.tell === null ? "*" : rule.tell.join(", ");
		case "again":
			return rule.againMs === null ? "never" : printSpan(rule.againMs);
		case "text":
			return rule.text === "" ? null : rule.text;
		case "on":
			return String(rule.on);
	}
}
