// How do rules stand in a file? One line where that says all, else what differs from what is meant without a word.
import { stringify } from "yaml";
import { type KnownRule, ruleBegun } from "#lib/core/alert/rule.ts";
import {
	printCondition,
	printRuleLine,
} from "#lib/core/alert/rule-line/print.ts";
import { printSpan } from "#lib/core/alert/rule-line/span.ts";

/** All of them, so that the usual ones are not wanted a second time. */
export function writtenRules(rules: readonly KnownRule[]): string {
	const head = "alerts:\n  usual: false\n  rules:";
	if (rules.length === 0) return `${head} {}\n`;
	return `${head}\n${rules.map(partOf).join("")}`;
}

const said: Readonly<Record<KnownRule["from"], string>> = {
	usual: "one of the usual ones",
	file: "of the file",
	screen: "of the screen",
};

function partOf(rule: KnownRule): string {
	// A map, so that a name such as `__proto__` is a name and nothing more.
	const text = stringify(new Map([[rule.name, bodyOf(rule)]]), {
		lineWidth: 0,
		defaultStringType: "PLAIN",
	});
	const lines = [`# ${said[rule.from]}`, ...text.trimEnd().split("\n")];
	return lines.map((line) => (line === "" ? "\n" : `    ${line}\n`)).join("");
}

function bodyOf(rule: KnownRule): string | Readonly<Record<string, unknown>> {
	const { when, forMs, among, calmMs, gravity, tell, againMs, text, on } = rule;
	const more = {
		...(among !== "" && { among: plain(among) }),
		...(calmMs !== ruleBegun.calmMs && { calm: printSpan(calmMs) }),
		...(gravity !== ruleBegun.gravity && { gravity }),
		...(tell !== null && { tell: [...tell] }),
		...(againMs !== ruleBegun.againMs && {
			again: againMs === null ? "never" : printSpan(againMs),
		}),
		...(text !== "" && { text: plain(text) }),
		...(on !== ruleBegun.on && { on: String(on) }),
	};
	return Object.keys(more).length === 0
		? printRuleLine({ when, forMs })
		: { when: printCondition(when), for: printSpan(forMs), ...more };
}

/** What looks like a variable in it is none. */
const plain = (text: string): string =>
	text.replaceAll(/\$(?=\{)/g, () => "$$");
