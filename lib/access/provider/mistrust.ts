// What kept the provider's answer from being believed? A sentence of ours, and a line for the log; nothing the provider wrote is in either.
import {
	AuthorizationResponseError,
	ClientError,
	ResponseBodyError,
} from "openid-client";
import { Problem } from "#lib/core/problem.ts";
import { NotReached } from "./reach.ts";

/** The codes of the standards; whatever else somebody writes there is no code. */
const turnedAway = ["access_denied", "login_required", "consent_required"];
const notNow = ["temporarily_unavailable", "server_error"];

export type Log = (line: string) => void;

/** In words of ours, which the log may have. */
export class Mistrusted extends Error {}

export function notBelieved(error: unknown, write: Log): Problem {
	const problem = problemOf(error);
	const why = whyOf(error);
	const msg = `sign-in by the provider failed: ${problem.detail.key}`;
	const time = new Date().toISOString();
	write(`${JSON.stringify({ time, level: "warn", msg, why })}\n`);
	return problem;
}

function problemOf(error: unknown): Problem {
	if (error instanceof AuthorizationResponseError) return answered(error.error);
	if (error instanceof ResponseBodyError) {
		if (error.error === "invalid_grant")
			return new Problem("unauthenticated", "sign-in over");
		return answered(error.error);
	}
	const why = notReached(error)?.why;
	return why === "away" || why === "late"
		? new Problem("unreachable", "provider away")
		: new Problem("unauthenticated", "provider not believed");
}

function answered(code: string): Problem {
	if (turnedAway.includes(code))
		return new Problem("unauthenticated", "provider turned away");
	return notNow.includes(code)
		? new Problem("unreachable", "provider away")
		: new Problem("unauthenticated", "provider refused");
}

function notReached(error: unknown): NotReached | null {
	if (error instanceof NotReached) return error;
	return error instanceof Error ? notReached(error.cause ?? null) : null;
}

/** A word from a list of the standards' or the library's; the name of a claim at most. */
function whyOf(error: unknown): string {
	const reached = notReached(error);
	if (reached !== null) return reached.why;
	if (error instanceof Mistrusted) return error.message;
	if (
		error instanceof AuthorizationResponseError ||
		error instanceof ResponseBodyError
	)
		return /^[a-z_]{1,40}$/.test(error.error) ? error.error : "an error";
	if (error instanceof ClientError)
		return [error.code ?? "no code", claimIn(error)].join(" ").trim();
	return error instanceof Error ? error.name : "unknown";
}

function claimIn(error: Error): string {
	const { cause } = error;
	const inner = cause instanceof Error ? cause.cause : cause;
	if (typeof inner !== "object" || inner === null) return "";
	const claim = "claim" in inner ? inner.claim : "";
	return typeof claim === "string" && /^[a-z_]{1,40}$/.test(claim) ? claim : "";
}
