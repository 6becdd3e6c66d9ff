// How is an errand taken, and when is its answer there? It is written down for the collector, which alone runs it.
import { mayAsk, mayAskAt } from "#lib/access/asking.ts";
import type { Person } from "#lib/access/sessions.ts";
import {
	type Errand,
	type ErrandState,
	isOfPeople,
	showsContents,
	type Wish,
} from "#lib/core/errand.ts";
import { addressFault } from "#lib/core/finding.ts";
import { mayEverywhere } from "#lib/core/people/rights.ts";
import type { Right } from "#lib/core/people/role.ts";
import { Problem } from "#lib/core/problem.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import { errandWait } from "#lib/wire/board-request.ts";
import { cleanUpOnWire } from "#lib/wire/clean-up-on-wire.ts";
import { errandOnWire } from "#lib/wire/errand-on-wire.ts";
import { errandRequest } from "#lib/wire/errand-request.ts";
import { judgeAlerts } from "./alerts.ts";
import { askErrand } from "./ask-errand.ts";
import { bodyOf, queryOf } from "./body.ts";
import { cleanUpFound, isCleanUp, judgeCleanUp } from "./clean-up.ts";
import type { AskedBy } from "./guard.ts";
import { judgePeople } from "./people.ts";
import { reply } from "./reply.ts";

/** Beyond this many the answer is given at once; the asker asks again. */
const heldMost = 200;
let held = 0;

export async function takeErrand(asked: AskedBy): Promise<Response> {
	const wish = await bodyOf(asked.request, errandRequest);
	if (!mayAsk(asked.person.rights, wish))
		throw new Problem("forbidden", "not allowed");
	const store = await asked.store();
	await judge(wish, asked, store);
	return written(wish, asked, store);
}

/** A plan of its own for what would take this back. */
export async function undoErrand(asked: AskedBy): Promise<Response> {
	const store = await asked.store();
	const errand = await cleanUpFound(store, asked.params.id ?? "");
	const subscriptions = (errand.undertaking?.targets ?? []).map(({ id }) => id);
	const wish: Wish = {
		...{ verb: "clean up", targets: { subscriptions } },
		cleanUp: { action: "undo", errand: errand.id },
	};
	if (!mayAsk(asked.person.rights, wish))
		throw new Problem("forbidden", "not allowed");
	await judge(wish, asked, store);
	return written(wish, asked, store);
}

async function written(
	wish: Wish,
	{ nowMs, person }: AskedBy,
	store: SeenStore,
): Promise<Response> {
	const errand = await askErrand(store, wish, person, nowMs);
	return reply(sent(errand), {
		code: 202,
		headers: { location: `/api/errands/${errand.id}` },
	});
}

/** What can be refused without asking anybody is never written down: a password least of all. */
async function judge(
	wish: Wish,
	asked: AskedBy,
	store: SeenStore,
): Promise<void> {
	if (wish.verb === "look") {
		const row = await store.board.row(wish.subscription);
		if (row === null) throw new Problem("not found", "subscription gone");
		if (!mayAskAt(asked.person.rights, wish, row))
			throw new Problem("forbidden", "not allowed");
		return;
	}
	if (wish.verb === "clean up") return judgeCleanUp(wish, asked, store);
	if (isOfPeople(wish)) return judgePeople(wish, asked);
	if (wish.verb !== "try") return judgeAlerts(wish, asked, store);
	const fault = wish.address === null ? null : addressFault(wish.address);
	if (fault !== null) throw new Problem("invalid", fault);
	if ((await store.board.brokers()).length > 0)
		throw new Problem("refused", "tries closed");
}

export async function answerErrand(asked: AskedBy): Promise<Response> {
	const { request, params } = asked;
	const { wait } = queryOf(new URL(request.url).searchParams, errandWait);
	const store = await asked.store();
	const id = params.id ?? "";
	const waitMs = held < heldMost ? wait : 0;
	held++;
	try {
		const errand = await whenMoved(store, id, waitMs, request.signal);
		if (errand === null || !(await isFor(errand, asked.person, store)))
			throw new Problem("not found", "errand gone");
		if (errand.endedMs !== null && showsContents(errand.wish))
			await store.errands.erase(id).catch(leaveToCollector);
		return reply(sent(errand));
	} finally {
		held--;
	}
}

const sent = (errand: Errand) =>
	isCleanUp(errand) ? cleanUpOnWire(errand, errand.wish) : errandOnWire(errand);

/** Only while they still may, and what messages say for nobody but whoever asked; what is changed is for all to see. */
async function isFor(
	{ wish, session }: Errand,
	{ rights, session: own }: Person,
	{ board }: SeenStore,
): Promise<boolean> {
	if (wish.verb === "clean up") return true;
	const isOpen = wish.verb === "look" && !showsContents(wish);
	if (!mayAsk(rights, wish) || !(isOpen || session === own)) return false;
	if (wish.verb !== "look") return true;
	const needed: Right[] = ["see", "look"];
	if (!isOpen) needed.push("see contents");
	if (needed.every((right) => mayEverywhere(rights, right))) return true;
	const { subscription: id } = wish;
	const spot = (await board.row(id)) ?? (await board.gone(id));
	return spot !== null && mayAskAt(rights, wish, spot);
}

/** On a full disk nothing can be erased now; it will be, once it is old. */
const leaveToCollector = () => undefined;

/** States that somebody waits to see the end of: a plan, on the other hand, waits for somebody. */
const passing: readonly ErrandState[] = ["asked", "approved", "running"];

/** The errand once it has gone on, or as it is when the time is over or nobody listens any more. */
export async function whenMoved(
	store: SeenStore,
	id: string,
	waitMs: number,
	signal: AbortSignal,
): Promise<Errand | null> {
	const errand = await store.errands.find(id);
	if (errand === null || waitMs === 0 || !passing.includes(errand.state))
		return errand;
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
			if (now?.state !== errand.state || over.aborted) return now;
			await noticed;
		}
	} finally {
		stop();
	}
}
