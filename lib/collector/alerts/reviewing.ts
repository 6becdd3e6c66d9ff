// When is the board reviewed? In a loop of its own, each time with a rest; what could not be written is owed and written with the next.
import { setTimeout as after } from "node:timers/promises";
import { type Board, reviewFrom } from "#lib/alerts/review/review.ts";
import type { KindOf } from "#lib/alerts/review/seen.ts";
import { owingTo } from "#lib/alerts/review/together.ts";
import type { OutletFares, TellingOutlet } from "#lib/core/alert/outlet.ts";
import type { AlertStore } from "#lib/store/alert-port.ts";
import type { Log } from "../log.ts";
import { traceOf } from "../trace-of.ts";

export type ReviewingParts = {
	readonly alerts: Pick<
		AlertStore,
		"underWay" | "reviewed" | "knownRules" | "mutes" | "fares"
	>;
	readonly outlets: readonly TellingOutlet[];
	readonly kindOf: KindOf;
	/** What there is to see now, beside how the outlets fare. */
	board(): Pick<Board, "rows" | "brokers" | "hasRoom" | "endedByUs">;
	/** It was looked at, and what it means is written. */
	reviewed(): void;
	readonly log: Log;
	readonly everyMs?: number;
	/** That nobody sets. */
	clock?(): number;
};

export type Reviewing = {
	/** Rules, mutes or acknowledgements are others now. */
	tended(): void;
	stop(): Promise<void>;
};

const usualEveryMs = 2_000;
/** A board that takes long to look at leaves others most of the time. */
const restsFor = 4;

export async function startReviewing(
	parts: ReviewingParts,
): Promise<Reviewing> {
	const { alerts, log, everyMs = usualEveryMs } = parts;
	const clock = parts.clock ?? (() => performance.now());
	const review = reviewFrom({
		underWay: await alerts.underWay(Date.now()),
		...{ outlets: parts.outlets, kindOf: parts.kindOf },
	});
	const owing = owingTo((write) => alerts.reviewed(write));
	const ended = new AbortController();
	let isTended = true;
	let fares: readonly OutletFares[] = [];
	let lookedMs = clock();
	let isFailing = false;

	/** Asked for again where it could not be read. */
	async function settle(): Promise<void> {
		if (!isTended) return;
		isTended = false;
		try {
			const nowMs = Date.now();
			const rules = await alerts.knownRules();
			const mutes = await alerts.mutes(nowMs);
			const underWay = await alerts.underWay(nowMs);
			const acknowledged = new Map(
				underWay.alerts.flatMap(({ id, acknowledged: it }) =>
					it === null ? [] : [[id, it] as const],
				),
			);
			review.tended({ rules, mutes, acknowledged }, nowMs);
		} catch (error) {
			isTended = true;
			throw error;
		}
	}

	async function look(): Promise<void> {
		await settle();
		fares = await alerts.fares().catch(() => fares);
		const nowMs = clock();
		const elapsedMs = nowMs - lookedMs;
		lookedMs = nowMs;
		const write = review.look({
			...{ ...parts.board(), nowMs: Date.now(), elapsedMs, outlets: fares },
		});
		await owing.write(write);
		parts.reviewed();
	}

	/** One line when it begins and one when it is over, not one every two seconds. */
	function mention(error: unknown): void {
		if (error === null && isFailing) log.info({}, "alerts are reviewed again");
		if (error !== null && !isFailing)
			log.error(
				{ error: traceOf(error) },
				"alerts not reviewed or not written",
			);
		isFailing = error !== null;
	}

	const running = (async () => {
		while (!ended.signal.aborted) {
			const startedMs = performance.now();
			await look().then(
				() => mention(null),
				(error) => mention(error),
			);
			const tookMs = performance.now() - startedMs;
			const restMs = Math.max(everyMs - tookMs, restsFor * tookMs);
			await after(restMs, undefined, { signal: ended.signal }).catch(() => {});
		}
	})();

	return {
		tended() {
			isTended = true;
		},
		async stop() {
			ended.abort();
			await running;
			await owing.write(review.asItIs(Date.now())).catch(mention);
		},
	};
}
