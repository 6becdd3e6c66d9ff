// How does somebody come in? What they show is sent once; then on to where they wanted, or what is wrong with it.

import type { z } from "zod";
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import { askWhole, isProblem } from "#lib/wire/ask.ts";
import { type SignInReply, signInReply } from "#lib/wire/people.ts";
import { sessionReply, type sessionRequest } from "#lib/wire/session.ts";
import { placeAfter } from "./link.ts";

/** Null when the browser is on its way. */
export async function comeIn(
	body: z.input<typeof sessionRequest>,
): Promise<ProblemDetail | null> {
	try {
		await askWhole({
			...{ path: "/api/session", method: "POST" },
			...{ body, schema: sessionReply },
		});
	} catch (error) {
		return detailOf(error);
	}
	location.replace(placeAfter(location.search, location.origin));
	return null;
}

export type Offered = SignInReply | { readonly problem: ProblemDetail };

export async function askOffered(): Promise<Offered> {
	try {
		return await askWhole({ path: "/api/sign-in", schema: signInReply });
	} catch (error) {
		return { problem: detailOf(error) };
	}
}

const detailOf = (error: unknown): ProblemDetail =>
	(isProblem(error) ? error : new Problem("unreachable", "bug")).detail;
