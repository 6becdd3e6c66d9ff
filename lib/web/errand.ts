// How is an errand taken, and when is its answer there? It is written down for the collector, which alone runs it.
import { randomBytes } from "node:crypto";
import { mayAsk } from "#lib/access/asking.ts";
import type { Person } from "#lib/access/sessions.ts";
import { type Errand, showsContents, type Wish } from "#lib/core/errand.ts";
import { addressFault } from "#lib/core/finding.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Store } from "#lib/store/store.ts";
import { errandWait } from "#lib/wire/board-request.ts";
import { errandRequest } from "#lib/wire/errand-request.ts";
import { errandOnWire } from "#lib/wire/on-wire.ts";
import { bodyOf, queryOf } from "./body.ts";
import type { AskedBy } from "./guard.ts";
import { reply } from "./reply.ts";

/** More than this unanswered means that nobody answers: asking on would only fill the store. */
const waitingMost = 100;
/** Beyond this many the answer is given at once; the asker asks again. */
const heldMost = 200;
let held = 0;

export async function takeErrand(asked: AskedBy): Promise<Response> {
	const { nowMs, person } = asked;
	const wish = await bodyOf(asked.request, errandRequest);
	if (!mayAsk(person.role, wish)) throw new Problem("forbidden", "not allowed");
	const store = await asked.place.store();
	await judge(wish, store);
	const waiting = await store.errands.waiting(waitingMost);
	if (waiting.length >= waitingMost) throw new Problem("refused", "look late");
	const fresh = {
		id: randomBytes(16).toString("base64url"),
		by: person.name,
		session: person.session,
		wish,
		askedMs: nowMs,
	};
	await store.errands.ask(fresh);
	const errand: Errand = {
		...fresh,
		state: "asked",
		endedMs: null,
		look: null,
		findings: null,
		undertaking: null,
		failure: null,
	};
	return reply(errandOnWire(errand), {
		code: 202,
		headers: { location: `/api/errands/${fresh.id}` },
	});
}

/** What can be refused without asking anybody is never written down: a password least of all. */
async function judge(wish: Wish, store: Store): Promise<void> {
	if (wish.verb === "look") {
		if ((await store.board.row(wish.subscription)) === null)
			throw new Problem("not found", "subscription gone");
		return;
	}
	if (wish.verb === "clean up") throw new Problem("refused", "not offered");
	const fault = wish.address === null ? null : addressFault(wish.address);
	if (fault !== null) throw new Problem("invalid", fault);
	if ((await store.board.brokers()).length > 0)
		throw new Problem("refused", "tries closed");
}

export async function answerErrand(asked: AskedBy): Promise<Response> {
	const { request, params } = asked;
	const { wait } = queryOf(new URL(request.url).searchParams, errandWait);
	const store = await asked.place.store();
	const id = params.id ?? "";
	const waitMs = held < heldMost ? wait : 0;
	held++;
	try {
		const errand = await whenEnded(store, id, waitMs, request.signal);
		if (errand === null || !isFor(errand, asked.person))
			throw new Problem("not found", "errand gone");
		if (errand.endedMs !== null && showsContents(errand.wish))
			await store.errands.erase(id).catch(leaveToCollector);
		return reply(errandOnWire(errand));
	} finally {
		held--;
	}
}

/** What messages say is for nobody but whoever asked, and only while they still may. */
const isFor = ({ wish, session }: Errand, person: Person): boolean =>
	(wish.verb === "look" && !showsContents(wish)) ||
	(session === person.session && mayAsk(person.role, wish));

/** On a full disk nothing can be erased now; it will be, once it is old. */
const leaveToCollector = () => undefined;

/** The errand as it ended, or as it is when the time is over or nobody listens any more. */
export async function whenEnded(
	store: Store,
	id: string,
	waitMs: number,
	signal: AbortSignal,
): Promise<Errand | null> {
	const errand = await store.errands.find(id);
	if (errand === null || errand.endedMs !== null || waitMs === 0) return errand;
	const over = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
	let wake = () => {};
	const stop = store.errands.watch(() => wake());
	over.addEventListener("abort", () => wake());
	try {
		for (;;) {
			// Made before looking, so that what is written while we look is noticed.
			const noticed = new Promise<void>((resolve) => {
				wake = resolve;
			});
			const now = await store.errands.find(id);
			if (now === null || now.endedMs !== null || over.aborted) return now;
			await noticed;
		}
	} finally {
		stop();
	}
}
