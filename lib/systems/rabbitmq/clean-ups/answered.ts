// What does the management answer, and why does it refuse? Nothing there is no failure; silence leaves unknown whether something was done.
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { Problem } from "#lib/core/problem.ts";
import { StepFailed } from "../../run-plan.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Answer, Question } from "../connection/client.ts";
import { textIn } from "../connection/json.ts";
import type { Place } from "./place.ts";

type Over = Pick<Place, "client" | "untilMs">;

/** Null where there is no such thing. */
export async function answered(
	{ client, untilMs }: Over,
	path: string,
): Promise<unknown> {
	const answer = await client.ask({ method: "GET", path }, untilMs());
	if (answer.code === 404) return null;
	const why = client.refusalOf(answer, path);
	if (why !== null) throw new TroubleError(why);
	return answer.body;
}

/** Why it was not done; null where it was. Sent once, and never again. */
export async function refusedDoing(
	{ client, untilMs }: Over,
	question: Question,
): Promise<Refusal | null> {
	// 3.10 does not throw away what waits for whoever wants JSON of it.
	const headers = { accept: "*/*", ...question.headers };
	try {
		return refusalIn(await client.ask({ ...question, headers }, untilMs()));
	} catch (error) {
		if (error instanceof TroubleError) throw new StepFailed(error, false);
		throw error;
	}
}

const detailMax = 300;

export function refusalIn({ code, body }: Answer): Refusal | null {
	if (code >= 200 && code < 300) return null;
	const reason = textIn(body, "reason") ?? textIn(body, "error") ?? "";
	if (code === 404) return { code: "gone", values: {} };
	if (/ not empty$/.test(reason))
		return { code: "not empty", values: { messages: null } };
	if (/ in use$/.test(reason))
		return { code: "still in use", values: { members: null } };
	const values = { detail: (reason || `HTTP ${code}`).slice(0, detailMax) };
	const isRight = code === 401 || code === 403;
	return { code: isRight ? "broker forbids" : "broker failed", values };
}

const ofRights: readonly string[] = ["not allowed", "right missing"];

/** Of whatever came in the way of looking or doing. */
export function whyNot(error: unknown): Refusal {
	if (error instanceof Problem) return { code: "gone", values: {} };
	if (!(error instanceof TroubleError)) throw error;
	const { code, detail } = error.trouble;
	const values = { detail: detail || code };
	return {
		code: ofRights.includes(code) ? "broker forbids" : "broker failed",
		values,
	};
}
