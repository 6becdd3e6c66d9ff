// Which rules stand in the file? One line each, or what is watched for with all that belongs to it.
import { z } from "zod";
import {
	type KnownRule,
	ruleBegun,
	ruleGravities,
	ruleNameMax,
	rulesMax,
	ruleTextMax,
	spanMaxMs,
} from "#lib/core/alert/rule.ts";
import {
	parseRuleLine,
	type RuleLine,
} from "#lib/core/alert/rule-line/rule-line.ts";
import { parseSpan } from "#lib/core/alert/rule-line/span.ts";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { nearest } from "#lib/core/nearest.ts";
import { section, text, yesOrNo } from "#lib/systems/setting.ts";
import type { Judge } from "./judge.ts";
import { judgeTree } from "./own-settings.ts";
import { sayOfFilter, sayOfLine } from "./rule-says.ts";
import type { GivenBelow, GivenTree } from "./sheet.ts";

const whenSay =
	"says nothing of what is watched for; write when: lag over 1,000";

const line = z.string(whenSay).transform((given, context): RuleLine => {
	const said = parseRuleLine(given);
	if (!("key" in said)) return said;
	context.addIssue({ code: "custom", message: sayOfLine(said) });
	return z.NEVER;
});

const among = z
	.string("write a filter as on the board")
	.trim()
	.superRefine((given, context) => {
		const parsed = parseFilter(given);
		if ("mistakes" in parsed)
			context.addIssue({
				code: "custom",
				message: sayOfFilter(parsed.mistakes[0]),
			});
	});

const spanOf = (say: string) =>
	z.string(say).transform((given, context): number => {
		const ms = parseSpan(given);
		if (ms !== null && ms <= spanMaxMs) return Math.round(ms);
		context.addIssue({ code: "custom", message: say });
		return z.NEVER;
	});

const tellSay = "write the name of an outlet, or a list of them";
const span = spanOf(
	"write a number and a unit (s, m, h or d), such as 5m, and no more than 30d",
);
const again = z.union(
	[z.literal("never").transform(() => null), spanOf("")],
	"write how often it is told again while it lasts, such as 4h, or never",
);

const own = section({
	when: line,
	among: among.optional(),
	for: span.optional(),
	calm: span.optional(),
	gravity: z
		.enum(ruleGravities, `write one of ${ruleGravities.join(", ")}`)
		.optional(),
	tell: z
		.preprocess(
			(given) => (typeof given === "string" ? [given] : given),
			z.array(text(tellSay), tellSay).min(1, tellSay),
		)
		.optional(),
	again: again.optional(),
	text: z
		.string("write what to do in a sentence")
		.trim()
		.max(ruleTextMax, `write at most ${ruleTextMax} characters`)
		.optional(),
	on: yesOrNo.optional(),
});

export function judgeRules(
	rules: GivenBelow,
	outlets: readonly string[],
	judge: Judge,
): readonly KnownRule[] {
	if (rules.below.size > rulesMax)
		judge.add(
			rules,
			`has more than ${rulesMax} rules; let one rule watch more`,
		);
	return Array.from(rules.below).flatMap(([name, tree]) => {
		if (!isRuleName(name)) {
			judge.add(tree, nameSay);
			return [];
		}
		const rule =
			"text" in tree ? short(tree, judge) : long(tree, outlets, judge);
		return rule === null ? [] : [{ ...rule, name, from: "file" as const }];
	});
}

const nameSay = `a rule's name is 1 to ${ruleNameMax} letters, digits, spaces and other signs that can be seen; choose another, and write what is watched for after it`;

const isRuleName = (name: string): boolean =>
	name.length <= ruleNameMax &&
	name.trim() === name &&
	/^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(name);

type Unnamed = Omit<KnownRule, "name" | "from">;

function short(
	given: Extract<GivenTree, { readonly text: string }>,
	judge: Judge,
): Unnamed | null {
	const said = judge.value(given, (text) => {
		const parsed = parseRuleLine(text);
		return "key" in parsed ? sayOfLine(parsed) : parsed;
	});
	return (
		said && {
			...ruleBegun,
			...{ when: said.when, forMs: said.forMs ?? ruleBegun.forMs },
		}
	);
}

function long(
	tree: GivenTree,
	outlets: readonly string[],
	judge: Judge,
): Unnamed | null {
	if (!("below" in tree)) {
		judge.add(
			tree,
			"write one line, such as lag over 1,000, or settings below it",
		);
		return null;
	}
	const written = judgeTree(tree, own, [], judge)?.settings;
	if (!written) return null;
	const { when: said, for: forMs, among, tell = null } = written;
	if (said.forMs !== null && forMs !== undefined)
		judge.add(
			tree.below.get("for") ?? tree,
			"for how long stands here and behind when; leave one out",
		);
	for (const outlet of tell ?? [])
		if (!outlets.includes(outlet))
			judge.add(tree.below.get("tell") ?? tree, noOutlet(outlet, outlets));
	return {
		when: said.when,
		among: among ?? ruleBegun.among,
		forMs: said.forMs ?? forMs ?? ruleBegun.forMs,
		calmMs: written.calm ?? ruleBegun.calmMs,
		gravity: written.gravity ?? ruleBegun.gravity,
		tell,
		againMs: written.again === undefined ? ruleBegun.againMs : written.again,
		text: written.text ?? ruleBegun.text,
		on: written.on ?? ruleBegun.on,
	};
}

function noOutlet(named: string, outlets: readonly string[]): string {
	if (outlets.length === 0)
		return "names an outlet, and there is none; write one below outlets";
	const meant = nearest(named, outlets);
	return meant === null
		? `names an outlet that is not there; known are ${outlets.join(", ")}`
		: `names an outlet that is not there; did you mean ${meant}?`;
}
