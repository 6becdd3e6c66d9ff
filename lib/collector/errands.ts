// Who asked for what? Answers errands as they are written, at most a few at once, and asks again whether they may.
import { setTimeout as after } from "node:timers/promises";
import { mayAsk, mayAskAt } from "#lib/access/asking.ts";
import { type Person, personOf } from "#lib/access/sessions.ts";
import { storeFor } from "#lib/access/view.ts";
import {
	type CleanUpWish,
	type Errand,
	isOfPeople,
	type LookWish,
	type Wish,
} from "#lib/core/errand.ts";
import type { Look } from "#lib/core/look.ts";
import type { AccessRules } from "#lib/core/people/access.ts";
import { Problem } from "#lib/core/problem.ts";
import type { ErrandEnd } from "#lib/store/errand-port.ts";
import type { Store } from "#lib/store/store.ts";
import type { Connection } from "#lib/systems/system.ts";
import type { AlertAnswers } from "./alerts/answer.ts";
import type { CleanUpsAtWork } from "./clean-ups/clean-ups.ts";
import { within } from "./deadline.ts";
import { failureOf } from "./failure-of.ts";
import type { Log } from "./log.ts";
import type { PeopleAnswers } from "./people/tend.ts";
import { traceOf } from "./trace-of.ts";
import type { Tries } from "./tries.ts";

export type ErrandParts = {
	readonly store: Store;
	readonly access: AccessRules;
	readonly deadlineMs: number;
	connectionTo(broker: string): Connection | null;
	readonly tries: Tries;
	readonly cleanUps: CleanUpsAtWork;
	readonly alerts: AlertAnswers;
	readonly people: PeopleAnswers;
	readonly log: Log;
};

const atOnce = 8;
/** Whoever asked waits for seconds; a look is large, and nobody comes back for it. */
const keptMs = 10 * 60_000;
const forgetEveryMs = 60_000;
const forgottenAtOnce = 500;
/** Contents are gone once their asker has read them; this is for those nobody came to read. */
const contentsKeptMs = 60_000;
const eraseEveryMs = 10_000;
/** An answer that could not be written is asked of the broker again, and no broker pays for a full disk. */
const restMs = 2_000;

export function startErrands(parts: ErrandParts): { stop(): void } {
	const { store, log, cleanUps } = parts;
	const running = new Set<string>();
	/** What was approved goes on for minutes, and nobody's look waits for it. */
	const applying = new Set<string>();
	let looking = false;
	let lookAgain = false;
	let stopped = false;

	async function notice(): Promise<void> {
		cleanUps.notice();
		lookAgain = true;
		if (looking || stopped) return;
		looking = true;
		try {
			while (lookAgain) {
				lookAgain = false;
				for (const errand of await store.errands.waiting(atOnce)) {
					const isApproved = errand.state === "approved";
					const those = isApproved ? applying : running;
					if (those.has(errand.id)) continue;
					if (!isApproved && running.size >= atOnce) continue;
					those.add(errand.id);
					void run(errand).then(() => {
						those.delete(errand.id);
						void notice();
					});
				}
			}
		} catch (error) {
			log.error({ error: traceOf(error) }, "errands not read");
		} finally {
			looking = false;
		}
	}

	async function run(errand: Errand): Promise<void> {
		try {
			if (errand.state === "approved") return await cleanUps.run(errand);
			const end = await endOf(errand, parts);
			if (end !== null) await store.errands.end(errand.id, end);
		} catch (error) {
			log.error(
				{ errand: errand.id, error: traceOf(error) },
				"errand not answered",
			);
			await after(restMs, undefined, { ref: false });
		}
	}

	const unwatch = store.errands.watch(() => void notice());
	/** A few at a time, so that nobody else waits long to write; and all of them, however many were asked. */
	async function forget(): Promise<void> {
		const beforeMs = Date.now() - keptMs;
		while (!stopped) {
			const gone = await store.errands.forget(beforeMs, forgottenAtOnce);
			if (gone < forgottenAtOnce) return;
			await after(0);
		}
	}

	const forgetting = setInterval(() => {
		forget().catch((error) =>
			log.error({ error: traceOf(error) }, "old errands kept"),
		);
	}, forgetEveryMs);
	const erasing = setInterval(() => {
		store.errands
			.eraseContents(Date.now() - contentsKeptMs)
			.catch((error) =>
				log.error({ error: traceOf(error) }, "contents not erased"),
			);
	}, eraseEveryMs);
	void notice();

	return {
		stop() {
			stopped = true;
			unwatch();
			clearInterval(forgetting);
			clearInterval(erasing);
		},
	};
}

/** Null where it goes on: a plan waits for somebody's yes. */
async function endOf(
	errand: Errand,
	parts: ErrandParts,
): Promise<ErrandEnd | null> {
	try {
		const { store, access } = parts;
		const person = await personOf(store, errand.session, access, Date.now());
		if (!person || !mayAsk(person.rights, errand.wish))
			throw new Problem("forbidden", "not allowed");
		const { wish } = errand;
		if (wish.verb === "clean up") {
			await parts.cleanUps.draw(errand, wish, person);
			return null;
		}
		const answered = await answerTo(wish, { errand, person }, parts);
		return { state: "answered", ...answered, endedMs: Date.now() };
	} catch (error) {
		return {
			state: "failed",
			failure: failureOf(error, parts.log),
			endedMs: Date.now(),
		};
	}
}

async function answerTo(
	wish: Exclude<Wish, CleanUpWish>,
	{ errand, person }: { readonly errand: Errand; readonly person: Person },
	parts: ErrandParts,
) {
	switch (wish.verb) {
		case "try":
			return { findings: await parts.tries(wish) };
		case "look":
			return { look: await answer(wish, person, parts) };
		default:
			if (isOfPeople(wish)) return { alerts: await parts.people(wish, errand) };
			return { alerts: await parts.alerts(wish, errand, person) };
	}
}

async function answer(
	wish: LookWish,
	person: Person,
	parts: ErrandParts,
): Promise<Look> {
	const seen = storeFor(parts.store, person);
	const row = await seen.board.row(wish.subscription);
	if (row && !mayAskAt(person.rights, wish, row))
		throw new Problem("forbidden", "not allowed");
	const connection = row && parts.connectionTo(row.broker);
	if (!row || !connection) throw new Problem("not found", "subscription gone");
	const { part, sort, offset, limit, pending } = wish;
	const page = { part, sort, offset, limit, ...(pending && { pending }) };
	return within(parts.deadlineMs, connection.look(row, page));
}
