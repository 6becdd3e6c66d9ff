// What is changed about a rule, and what of it is still missing?
import {
	gradedVerdicts,
	type KnownRule,
	type Measure,
	measures,
	type Rule,
	ruleBegun,
} from "#lib/core/alert/rule.ts";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { verdicts } from "#lib/core/verdict.ts";
import type { Words } from "#lib/say/words/words.ts";
import { conditionSaid } from "./said.ts";

export const ruleOf = ({ from: _, ...rule }: KnownRule): Rule => rule;

/** A name nobody uses yet. */
export const newRule: Rule = ruleBegun;

export const isSame = (a: Rule, b: Rule): boolean =>
	JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

const inOrder = (rule: Rule) => ({
	...{ name: rule.name, when: whenInOrder(rule.when), among: rule.among },
	...{ forMs: rule.forMs, calmMs: rule.calmMs, gravity: rule.gravity },
	...{ tell: rule.tell, againMs: rule.againMs, text: rule.text, on: rule.on },
});

const whenInOrder = (when: Rule["when"]) =>
	Object.entries(when).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Each change in a phrase. */
export function changesSaid(
	words: Words,
	before: Rule | null,
	now: Rule,
): readonly string[] {
	const { rules, alerts, numbers } = words;
	const { parts, fromTo } = rules;
	if (before === null) return [rules.newOne];
	const span = (ms: number | null) =>
		ms === null ? rules.sentence.once : numbers.precisely(ms / 1_000);
	const changes: string[] = [];
	if (before.name !== now.name) changes.push(parts.name);
	const [was, is] = [before, now].map((it) => conditionSaid(words, it.when));
	if (was !== is) changes.push(fromTo(was ?? "", is ?? ""));
	for (const name of ["forMs", "calmMs", "againMs"] as const)
		if (before[name] !== now[name])
			changes.push(fromTo(span(before[name]), span(now[name])));
	if (before.among !== now.among) changes.push(parts.among);
	if (before.gravity !== now.gravity)
		changes.push(
			fromTo(alerts.gravities[before.gravity], alerts.gravities[now.gravity]),
		);
	if (JSON.stringify(before.tell) !== JSON.stringify(now.tell))
		changes.push(parts.tell);
	if (before.text !== now.text) changes.push(parts.text);
	if (before.on !== now.on) changes.push(now.on ? parts.on : parts.off);
	return changes;
}

/** What keeps it from being saved, apart from who asks. */
export function missingIn(
	words: Words,
	rule: Rule,
	others: readonly string[],
): string | null {
	const { rules, rareProblems } = words;
	const name = rule.name.trim();
	if (name === "") return rules.nameNeeded;
	if (others.includes(name)) return rules.nameTaken;
	const parsed = parseFilter(rule.among);
	if ("mistakes" in parsed) {
		const [{ key, values }] = parsed.mistakes;
		return rareProblems[key](values);
	}
	return null;
}

type When = Rule["when"];

/** What can be watched for, as one choice each; numbers are chosen beside. */
export const whenChoices: readonly (readonly [key: string, when: When])[] = [
	...gradedVerdicts
		.toReversed()
		.map((atLeast) => choice({ is: "verdict", atLeast })),
	...verdicts
		.filter((verdict) => verdict === "unknown" || verdict === "abandoned")
		.map((verdict) => choice({ is: "verdict alone", verdict })),
	...measured().map((of) => choice({ is: "measure", of, n: usualOf(of) })),
	...(["vanished", "broker silent", "outlet failing", "no room"] as const).map(
		(is) => choice({ is }),
	),
];

export function keyOf(when: When): string {
	if (when.is === "verdict") return `at least ${when.atLeast}`;
	if (when.is === "verdict alone") return `alone ${when.verdict}`;
	return when.is === "measure" ? when.of : when.is;
}

function choice(when: When): readonly [string, When] {
	return [keyOf(when), when];
}

function measured(): readonly Measure[] {
	// The names of the table, which its own type knows and `keys` forgets.
	return Object.keys(measures) as Measure[];
}

/** Where a number begins that somebody will change. */
function usualOf(of: Measure): number {
	const { counts, side } = measures[of];
	if (counts === "seconds") return side === "under" ? 3_600 : 300;
	if (counts === "messages") return 1_000;
	return counts === "times" ? 5 : side === "under" ? 1 : 0;
}
