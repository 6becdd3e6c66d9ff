// What is told of an error to whoever asked? What a broker or we ourselves refuse has words; all else is for the log.
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { Overdue } from "./deadline.ts";
import type { Log } from "./log.ts";
import { traceOf } from "./trace-of.ts";

export function failureOf(error: unknown, log: Log): ProblemDetail {
	if (error instanceof Problem) return error.detail;
	if (error instanceof TroubleError)
		return { key: "broker trouble", values: { ...error.trouble } };
	if (error instanceof Overdue) {
		return {
			key: "broker trouble",
			values: { code: "no answer", part: "", detail: error.message },
		};
	}
	log.error({ error: traceOf(error) }, "look failed");
	return { key: "look failed", values: {} };
}
