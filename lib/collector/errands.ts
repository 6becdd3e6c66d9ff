// Who asked for what? Answers errands as they are written, at most a few at once, and asks again whether they may.
import { setTimeout as after } from "node:timers/promises";
import { mayAsk } from "#lib/access/asking.ts";
import { personOf } from "#lib/access/sessions.ts";
import type { Errand, LookWish } from "#lib/core/errand.ts";
import type { Look } from "#lib/core/look.ts";
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import type { ErrandEnd } from "#lib/store/errand-port.ts";
import type { Store } from "#lib/store/store.ts";
import type { Connection } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { Overdue, within } from "./deadline.ts";
import type { Log } from "./log.ts";
import { traceOf } from "./trace-of.ts";
import type { Tries } from "./tries.ts";

export type ErrandParts = {
	readonly store: Store;
	readonly deadlineMs: number;
	connectionTo(broker: string): Connection | null;
	readonly tries: Tries;
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
	const { store, log } = parts;
	const running = new Set<string>();
	let looking = false;
	let lookAgain = false;
	let stopped = false;

	async function notice(): Promise<void> {
		lookAgain = true;
		if (looking || stopped) return;
		looking = true;
		try {
			while (lookAgain) {
				lookAgain = false;
				for (const errand of await store.errands.waiting(atOnce)) {
					if (running.size >= atOnce || running.has(errand.id)) continue;
					running.add(errand.id);
					void run(errand);
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
			await store.errands.end(errand.id, await endOf(errand, parts));
		} catch (error) {
			log.error(
				{ errand: errand.id, error: traceOf(error) },
				"errand not answered",
			);
			await after(restMs, undefined, { ref: false });
		}
		running.delete(errand.id);
		void notice();
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

async function endOf(errand: Errand, parts: ErrandParts): Promise<ErrandEnd> {
	try {
		const { store } = parts;
		const person = await personOf(store, errand.session, Date.now());
		if (!person || !mayAsk(person.role, errand.wish))
			throw new Problem("forbidden", "not allowed");
		const { wish } = errand;
		if (wish.verb === "clean up") throw new Problem("refused", "not offered");
		const answered =
			wish.verb === "try"
				? { findings: await parts.tries(wish) }
				: { look: await answer(wish, parts) };
		return { state: "answered", ...answered, endedMs: Date.now() };
	} catch (error) {
		return {
			state: "failed",
			failure: failureOf(error, parts.log),
			endedMs: Date.now(),
		};
	}
}

async function answer(wish: LookWish, parts: ErrandParts): Promise<Look> {
	const row = await parts.store.board.row(wish.subscription);
	const connection = row && parts.connectionTo(row.broker);
	if (!row || !connection) throw new Problem("not found", "subscription gone");
	const { part, sort, offset, limit, pending } = wish;
	const page = { part, sort, offset, limit, ...(pending && { pending }) };
	return within(parts.deadlineMs, connection.look(row, page));
}

function failureOf(error: unknown, log: Log): ProblemDetail {
	if (error instanceof Problem) return error.detail;
	if (error instanceof TroubleError)
		return { key: "broker trouble", values: { ...error.trouble } };
	if (error instanceof Overdue) {
		return {
			key: "broker trouble",
			values: { code: "no answer", part: "", detail: error.message },
		};
	}
	log.error({ error: traceOf(error) }, "look failed");
	return { key: "look failed", values: {} };
}
