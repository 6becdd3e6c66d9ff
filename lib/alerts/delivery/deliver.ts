// Who carries what is owed? One notice at a time to each outlet, again and again until it is taken, turned down or too old; no outlet waits for another.
import { setTimeout as after } from "node:timers/promises";
import type { Answer, OwedNotice } from "#lib/core/alert/notice.ts";
import type { OwedNotices, TriedNotice } from "#lib/store/alert-port.ts";
import { noSuchOutlet } from "../answers.ts";
import { type Outlet, sendingMs } from "../outlet.ts";
import { againAfterMs, type Turns, turnsOf } from "./turns.ts";

export type DeliverParts = {
	readonly store: Pick<OwedNotices, "owed" | "notice" | "tried">;
	readonly outlets: ReadonlyMap<string, Outlet>;
	/** A mistake of ours, or a store that cannot be written. */
	failed(error: unknown): void;
	/** How long to the next look where nobody wakes it. */
	readonly everyMs?: number;
	readonly turns?: Turns;
};

export type Deliverer = {
	/** Something is owed. */
	wake(): void;
	stop(): Promise<void>;
};

/** Whoever hangs for longer than told has a mistake, and holds up nobody either. */
const graceMs = 2_000;
const ageMaxMs = 2 * 3_600_000;
const lookedAt = 100;
/** What was on its way may arrive; what does not is sent again after the next start. */
const partingMs = 2_000;

export function startDelivering(parts: DeliverParts): Deliverer {
	const { store, outlets, failed } = parts;
	const turns = parts.turns ?? turnsOf();
	const running = new Map<string, Promise<void>>();
	/** What came of a notice and could not be written down: it is written later, and not sent again. */
	const unwritten = new Map<string, TriedNotice>();
	let looking: Promise<void> | null = null;
	let lookAgain = false;
	let stopped = false;

	async function look(): Promise<void> {
		while (lookAgain && !stopped) {
			lookAgain = false;
			const owed = await store.owed(turns.nowMs(), lookedAt);
			for (const one of owed) {
				const name = one.outlet;
				if (stopped || running.has(name)) continue;
				const doing = doingFor(one);
				if (doing === null) continue;
				const run = doing()
					.catch((error) => {
						failed(error);
						return false;
					})
					.then((isWritten) => {
						running.delete(name);
						// What could not be written waits for the next look.
						if (isWritten) wake();
					});
				running.set(name, run);
			}
		}
	}

	/** What there is to do about one now; null while its outlet rests. */
	function doingFor(one: OwedNotice): (() => Promise<boolean>) | null {
		const { id, tries } = one;
		const before = unwritten.get(id);
		if (before) return () => write(id, before);
		const outlet = outlets.get(one.outlet);
		if (!outlet) return () => settle(one, noSuchOutlet);
		const isFailing = tries > 0 || turns.isFailing(one.outlet);
		if (isFailing && turns.ageMs(one) > ageMaxMs)
			return () => settle(one, tooLate);
		return turns.rests(one.outlet) ? null : () => send(one, outlet);
	}

	async function send(one: OwedNotice, outlet: Outlet): Promise<boolean> {
		const notice = await store.notice(one.id);
		if (notice === null) return true;
		const ending = new AbortController();
		const { signal } = ending;
		const late = after(sendingMs + graceMs, noAnswer, { signal });
		late.catch(() => undefined);
		try {
			const sending = outlet.send(notice, sendingMs);
			const answer = await Promise.race([sending, late]);
			turns.answered(one.outlet, answer);
			return await settle(one, answer);
		} catch (error) {
			failed(error);
			turns.answered(one.outlet, notUnderstood);
			return await settle(one, notUnderstood);
		} finally {
			ending.abort();
		}
	}

	function settle(one: OwedNotice, answer: Answer): Promise<boolean> {
		const { id, tries } = one;
		const isOwed =
			!answer.isTaken && answer.again && turns.ageMs(one) <= ageMaxMs;
		const waitMs = againAfterMs(tries + 1, answer.afterMs);
		const nextMs = isOwed ? turns.nowMs() + waitMs : null;
		if (!isOwed) turns.forget(id);
		return write(id, { atMs: Date.now(), answer, nextMs });
	}

	async function write(id: string, tried: TriedNotice): Promise<boolean> {
		try {
			await store.tried(id, tried);
			unwritten.delete(id);
			return true;
		} catch (error) {
			unwritten.set(id, tried);
			failed(error);
			return false;
		}
	}

	function wake(): void {
		lookAgain = true;
		if (stopped || looking) return;
		looking = look()
			.catch(failed)
			.finally(() => {
				looking = null;
				if (lookAgain) wake();
			});
	}

	const timer = setInterval(wake, parts.everyMs ?? 1_000);
	wake();
	return {
		wake,
		async stop() {
			stopped = true;
			clearInterval(timer);
			const ending = new AbortController();
			const parting = after(partingMs, undefined, { signal: ending.signal });
			const all = Promise.all([looking, ...running.values()]);
			await Promise.race([all, parting]);
			ending.abort();
			await parting.catch(() => undefined);
		},
	};
}

const tooLate: Answer = {
	...{ isTaken: false, again: false, afterMs: null },
	...{ code: "too late", values: {} },
};
const noAnswer: Answer = {
	...{ isTaken: false, again: true, afterMs: null },
	...{ code: "no answer in time", values: {} },
};
const notUnderstood: Answer = { ...noAnswer, code: "not understood" };
