// Why does the server not do it? Told in its own words, and whether it is a matter of rights.

import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { Problem } from "#lib/core/problem.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Answer } from "../connection/ask.ts";
import { troubleOf } from "../connection/trouble-of.ts";

/** What is forbidden inside a script is said in other words, by 7.0 and by those after it. */
const forbidden =
	/^(?:NOPERM|READONLY|ERR The user executing the script can't |ERR ACL failure in script)/;

export const isForbidden = (detail: string): boolean => forbidden.test(detail);

const ofRights: readonly string[] = [
	...["not allowed", "right missing", "read only"],
];

/** The broker's words, with no secret in them. */
export function refusalFrom(error: unknown, secret: string): Refusal {
	const found = troubleOf(error, secret);
	if (found === null) throw error;
	const { code, detail } = found;
	const isRight = ofRights.includes(code) || isForbidden(detail);
	const values = { detail };
	return { code: isRight ? "broker forbids" : "broker failed", values };
}

/** The first that was answered with an error, but for one that only says that nothing was there. */
export function refusedIn(
	answers: readonly Answer[],
	harmless: RegExp,
	secret: string,
): Refusal | null {
	const [denied] = answers.flatMap(({ error }) =>
		error === null || harmless.test(error.message) ? [] : [error],
	);
	return denied === undefined ? null : refusalFrom(denied, secret);
}

/** Of whatever came in the way of looking or doing. */
export function whyNot(error: unknown, secret: string): Refusal {
	if (error instanceof Problem) return { code: "gone", values: {} };
	if (!(error instanceof TroubleError)) return refusalFrom(error, secret);
	const { detail, code } = error.trouble;
	return { code: "broker failed", values: { detail: detail || code } };
}
