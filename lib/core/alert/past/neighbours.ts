// Which other numbers and times are worth a look beside a rule's own?
import type { Rule } from "../rule.ts";

type Tried = Pick<Rule, "when" | "forMs">;

const minute = 60_000;
const times = [0.5, 1, 2, 5, 10, 15, 30, 60].map((n) => n * minute);
const factors = [0.5, 2, 10];

/** The nearest shorter time and the next two longer ones; half the number, and twice and ten times as much. */
export function neighboursOf({ when, forMs }: Tried): readonly Tried[] {
	const shorter = times.findLast((ms) => ms < forMs);
	const longer = times.filter((ms) => ms > forMs).slice(0, 2);
	const others = shorter === undefined ? longer : [shorter, ...longer];
	const inTime = others.map((ms) => ({ when, forMs: ms }));
	if (when.is !== "measure") return inTime;
	const ofCount = when.n === 0 ? [1, 10] : factors.map((by) => by * when.n);
	const inNumber = ofCount
		.filter((n) => n <= Number.MAX_SAFE_INTEGER)
		.map((n) => ({ when: { ...when, n }, forMs }));
	return [...inTime, ...inNumber];
}
