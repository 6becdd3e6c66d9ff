// What does a remark of a clean-up say? Values that cannot be known are left out of its sentence.
import {
	consentFaults,
	hindrances,
	undoFaults,
} from "#lib/core/clean-up/consent.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { problemSentence } from "./sentence.ts";
import type { CleanUpProblem } from "./words/clean-up.ts";
import type { Values, Words } from "./words/words.ts";

type Remarked = Readonly<Record<string, string | number | null>>;

export const known = (values: Remarked): Values =>
	Object.fromEntries(
		Object.entries(values).flatMap(([key, value]) =>
			value === null ? [] : [[key, value] as const],
		),
	);

const keys: readonly CleanUpProblem[] = [
	...hindrances.filter((key) => key !== "not allowed"),
	...consentFaults,
	...undoFaults,
	"not offered",
	"one at a time",
	"nothing fits",
	"record not whole",
	"store full",
];

export function cleanUpProblem(words: Words, problem: ProblemDetail): string {
	const key = keys.find((it) => it === problem.key);
	return key === undefined
		? problemSentence(words, problem)
		: words.cleanUp.problems[key](problem.values);
}
