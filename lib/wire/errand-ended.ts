// How does a screen have something asked of the collector? Written down once, then waited for as long as somebody would.
import type { z } from "zod";
import { Problem } from "#lib/core/problem.ts";
import { askWhole } from "./ask.ts";
import { type ErrandReply, errandReply } from "./errand.ts";
import type { errandRequest } from "./errand-request.ts";

/** The server holds each question this long; so many of them make the patience of one who looks. */
const waitMs = 2_000;
const waitsMost = 8;

/** The errand as it was answered; what kept it from that is thrown as a Problem. */
export async function errandEnded(
	body: z.input<typeof errandRequest>,
	signal: AbortSignal,
): Promise<ErrandReply> {
	let errand = await askWhole({
		path: "/api/errands",
		method: "POST",
		body,
		schema: errandReply,
		signal,
	});
	for (let waits = 0; errand.state === "asked" && waits < waitsMost; waits++)
		errand = await askWhole({
			path: `/api/errands/${encodeURIComponent(errand.id)}?wait=${waitMs}`,
			schema: errandReply,
			signal,
		});
	if (errand.state === "answered") return errand;
	const { key, values } = errand.failure ?? { key: "look late", values: {} };
	throw new Problem("unreachable", key, values);
}
