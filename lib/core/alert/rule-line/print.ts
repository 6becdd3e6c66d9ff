// Which line says what a rule watches for? One that is parsed to the same again.
import { type Condition, gradedVerdicts, measures } from "../rule.ts";
import { printNumber } from "./number.ts";
import type { RuleLine } from "./rule-line.ts";
import { printSpan } from "./span.ts";

export const printRuleLine = ({ when, forMs }: RuleLine): string =>
	forMs === null
		? printCondition(when)
		: `${printCondition(when)} for ${printSpan(forMs)}`;

export function printCondition(when: Condition): string {
	switch (when.is) {
		case "verdict":
			// Nothing is graver than the last of them.
			return when.atLeast === gradedVerdicts.at(-1)
				? when.atLeast
				: `${when.atLeast} or graver`;
		case "verdict alone":
			return gradedVerdicts.some((it) => it === when.verdict)
				? `only ${when.verdict}`
				: when.verdict;
		case "measure":
			return `${when.of} ${measures[when.of].side} ${printNumber(when.of, when.n)}`;
		case "vanished":
		case "broker silent":
		case "outlet failing":
		case "no room":
			return when.is;
	}
}
