// How is something written down for the collector, which alone does it?
import { randomBytes } from "node:crypto";
import type { Person } from "#lib/access/sessions.ts";
import type { Errand, Wish } from "#lib/core/errand.ts";
import { Problem } from "#lib/core/problem.ts";
import type { SeenStore } from "#lib/store/seen.ts";

/** More than this unanswered means that nobody answers: asking on would only fill the store. */
const waitingMost = 100;

export async function askErrand(
	store: Pick<SeenStore, "errands">,
	wish: Wish,
	{ name, session }: Pick<Person, "name" | "session">,
	askedMs: number,
): Promise<Errand> {
	if ((await store.errands.waitingTotal(waitingMost)) >= waitingMost)
		throw new Problem("refused", "look late");
	const fresh = {
		id: randomBytes(16).toString("base64url"),
		...{ by: name, session, wish, askedMs },
	};
	await store.errands.ask(fresh);
	return {
		...fresh,
		state: "asked",
		endedMs: null,
		look: null,
		findings: null,
		alerts: null,
		undertaking: null,
		failure: null,
	};
}
