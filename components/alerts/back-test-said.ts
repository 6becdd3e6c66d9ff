// What is said beside the picture of a back-test: how other numbers would have done, and how far history reaches?
import type { Rule } from "#lib/core/alert/rule.ts";
import { brief } from "#lib/say/name.ts";
import type { Words } from "#lib/say/words/words.ts";
import type { BackTestReply } from "#lib/wire/back-test.ts";
import { measuredSaid } from "./said.ts";

/** "With 1 min it would have fired 19 times, with 15 min 3 times." */
export function othersSaid(
	words: Words,
	rule: Rule,
	others: BackTestReply["others"],
): string {
	const { backTest } = words.rules;
	if (others.every(({ times }) => times === 0)) return "";
	const told = others
		.filter(
			({ n, forMs }) =>
				forMs !== rule.forMs ||
				(rule.when.is === "measure" && n !== null && n !== rule.when.n),
		)
		.map((other, i) =>
			backTest.with(whatSaid(words, rule, other), other.times, i === 0),
		);
	return told.length === 0 ? "" : `${told.join(", ")}.`;
}

function whatSaid(
	words: Words,
	{ when, forMs }: Rule,
	other: BackTestReply["others"][number],
): string {
	const span = words.numbers.precisely(other.forMs / 1_000);
	if (when.is !== "measure" || other.n === null || other.n === when.n)
		return span;
	const n = measuredSaid(words, when.of, other.n);
	return other.forMs === forMs ? n : `${n}, ${span}`;
}

/** What was looked at, how long it fired, and where history begins. */
export function reachSaid(
	{ rules, numbers }: Words,
	{
		matched,
		looked,
		firingMs,
		times,
		knownFrom,
		from,
		to,
		leftOut,
	}: BackTestReply,
): readonly string[] {
	const { backTest } = rules;
	const out =
		leftOut.length === 0 ? [] : [backTest.leftOut(brief(leftOut.join(" ")))];
	if (knownFrom === null) return [backTest.knowsNothing, ...out];
	const knownMs = Date.parse(knownFrom);
	return [
		...(times > 0 ? [backTest.inAll(firingMs / 1_000)] : []),
		backTest.looked(looked, matched),
		...(knownMs > Date.parse(from)
			? [backTest.known(numbers.moment(knownMs, Date.parse(to)))]
			: []),
		...out,
	];
}
