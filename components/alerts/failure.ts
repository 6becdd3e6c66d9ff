// What went wrong with a question, as it is told?
import type { ProblemDetail } from "#lib/core/problem.ts";
import { isProblem } from "#lib/wire/ask.ts";

export function failureOf(error: Error | null): ProblemDetail | null {
	if (error === null) return null;
	return isProblem(error) ? error.detail : { key: "bug", values: {} };
}
