// How is a collector's review tried over a real store, where it may die at any point? With a board of rows and an outlet written by hand, and a clock that runs fast.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { startDelivering } from "#lib/alerts/delivery/deliver.ts";
import { ruleOf } from "#lib/core/alert/for-tests.ts";
import type { Answer, Notice } from "#lib/core/alert/notice.ts";
import type { Row } from "#lib/core/board.ts";
import type { AlertStore } from "#lib/store/alert-port.ts";
import { factOf, rowOf } from "#lib/store/contract-rows.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { startReviewing } from "../alerts/reviewing.ts";

const silent = () => undefined;
const log = { info: silent, warn: silent, error: silent };
const faster = 1_000;
export const everyMs = 4;

export const taken: Answer = {
	...{ isTaken: true, again: false, afterMs: null },
	...{ code: "taken", values: {} },
};

export const stalled = (channel: string): Row =>
	rowOf(channel, { verdict: "stalled" });

export type Change = {
	/** What the store does in place of the real thing. */
	readonly store?: (real: AlertStore) => Partial<AlertStore>;
	/** How long it rests between two looks. */
	readonly restsMs?: number;
	readonly send?: (notice: Notice) => Promise<Answer>;
};

export async function reviewScene(rows: readonly Row[]) {
	const folder = await mkdtemp(path.join(tmpdir(), "tidemark-alerts-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const shown = await openStore(folder);
	onTestFinished(() => shown.close());
	await shown.alerts.settleAlerts({
		rules: [ruleOf({ forMs: 10_000, calmMs: 10_000, from: "file" })],
		outlets: [{ name: "chat", kind: "chat", address: "chat", quiet: null }],
	});
	const board = { rows };
	/** What arrived, in order. */
	const heard: Notice[] = [];

	/** One collector's life; `die` leaves everything as it is at that moment. */
	async function begin(change: Change = {}) {
		const store: Store = await openStore(folder);
		let isDead = false;
		const real = { ...store.alerts, ...change.store?.(store.alerts) };
		const alerts = mortal(real, () => isDead);
		const send =
			change.send ??
			(async (notice: Notice) => {
				heard.push(notice);
				return taken;
			});
		const deliverer = startDelivering({
			store: alerts,
			outlets: new Map([["chat", { address: "", keepAliveMs: null, send }]]),
			failed: silent,
			everyMs,
		});
		const startedMs = performance.now();
		const reviewing = await startReviewing({
			...{ alerts, log, kindOf: () => undefined },
			everyMs: change.restsMs ?? everyMs,
			outlets: [{ name: "chat", quiet: null, keepAliveMs: null }],
			board: () => ({
				rows: board.rows,
				brokers: [factOf()],
				...{ hasRoom: true, endedByUs: () => false },
			}),
			reviewed: () => deliverer.wake(),
			clock: () => (performance.now() - startedMs) * faster,
		});
		async function end(): Promise<void> {
			await Promise.all([reviewing.stop(), deliverer.stop()]);
			await store.close();
		}
		let ended: Promise<void> | null = null;
		onTestFinished(() => (ended ??= end()));
		return {
			reviewing,
			/** Nothing it does from now on reaches the store. */
			die() {
				isDead = true;
				ended ??= end();
				return ended;
			},
		};
	}

	return { board, heard, shown, begin };
}

/** A process that was killed writes nothing more. */
function mortal(alerts: AlertStore, isDead: () => boolean): AlertStore {
	const dies = () => Promise.reject(new Error("killed"));
	return {
		...alerts,
		reviewed: (it) => (isDead() ? dies() : alerts.reviewed(it)),
		owed: (...asked) => (isDead() ? dies() : alerts.owed(...asked)),
		tried: (...asked) => (isDead() ? dies() : alerts.tried(...asked)),
	};
}
