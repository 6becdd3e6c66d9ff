// How does a screen have something asked of the collector? Written down once, then waited for as long as somebody would.
import type { z } from "zod";
import type { PeopleWish } from "#lib/core/people/people.ts";
import { Problem } from "#lib/core/problem.ts";
import { askWhole } from "./ask.ts";
import { type ErrandReply, errandReply } from "./errand.ts";
import type { errandRequest } from "./errand-request.ts";

/** The server holds each question this long; so many of them make the patience of one who looks. */
const waitMs = 2_000;
const waitsMost = 8;

/** What changes people and holds no secret. */
export type PeopleRequest = Extract<
	PeopleWish,
	{
		verb:
			| ("add person" | "set roles" | "remove person")
			| ("end token" | "end session" | "end sessions");
	}
>;

/** The errand as it was answered; what kept it from that is thrown as a Problem. */
export async function errandEnded(
	body: z.input<typeof errandRequest> | PeopleRequest,
	signal: AbortSignal,
): Promise<ErrandReply> {
	const errand = await askWhole({
		path: "/api/errands",
		method: "POST",
		body,
		schema: errandReply,
		signal,
	});
	return waitedFor(errand, signal);
}

/** One that another route wrote down. */
export const errandKnown = async (
	id: string,
	signal: AbortSignal,
): Promise<ErrandReply> => waitedFor(await waited(id, signal), signal);

const waited = (id: string, signal: AbortSignal): Promise<ErrandReply> =>
	askWhole({
		path: `/api/errands/${encodeURIComponent(id)}?wait=${waitMs}`,
		schema: errandReply,
		signal,
	});

async function waitedFor(
	asked: ErrandReply,
	signal: AbortSignal,
): Promise<ErrandReply> {
	let errand = asked;
	for (let waits = 0; errand.state === "asked" && waits < waitsMost; waits++)
		errand = await waited(errand.id, signal);
	if (errand.state === "answered") return errand;
	const { key, values } = errand.failure ?? { key: "look late", values: {} };
	throw new Problem("unreachable", key, values);
}
