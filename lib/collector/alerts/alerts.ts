// What does the collector do about alerts? It looks at the board in a loop of its own, has told who is to be told, and answers what is asked.

import { randomUUID } from "node:crypto";
import { sightOf, storeFor } from "#lib/access/view.ts";
import { tryOutlet } from "#lib/alerts/delivery/try-outlet.ts";
import { backTestsOf } from "#lib/alerts/past/back-test.ts";
import type { KindOf } from "#lib/alerts/review/seen.ts";
import type { AlertSettings } from "#lib/config/configuration.ts";
import type { Row, SystemWords } from "#lib/core/board.ts";
import type { Errand } from "#lib/core/errand.ts";
import type { AccessRules } from "#lib/core/people/access.ts";
import type { Store } from "#lib/store/store.ts";
import type { Clock } from "../clock.ts";
import type { Ledger } from "../ledger.ts";
import type { Log } from "../log.ts";
import { type AlertAnswers, answersOf } from "./answer.ts";
import { startCarrying } from "./carrying.ts";
import { endedByUs } from "./ended-by-us.ts";
import { startForgetting } from "./forgetting.ts";
import { startReviewing } from "./reviewing.ts";
import { tendOf } from "./tend.ts";

export type AlertsAtWork = {
	readonly answer: AlertAnswers;
	/** A clean-up begins: what it ends did not vanish. */
	begins(errand: Errand): void;
	stop(): Promise<void>;
};

export type AlertParts = {
	readonly store: Store;
	readonly access: AccessRules;
	readonly settings: AlertSettings;
	/** Where people reach this console. */
	readonly url: string;
	readonly systems: readonly SystemWords[];
	readonly ledgers: readonly Pick<Ledger, "rows" | "fact">[];
	hasRoom(): boolean;
	readonly clock: Clock;
	/** How late it is for what is let go. */
	aging(): number;
	readonly log: Log;
	readonly everyMs?: number;
};

export async function startAlerts(parts: AlertParts): Promise<AlertsAtWork> {
	const { store, settings, ledgers, log } = parts;
	const kindOf = kindsIn(parts.systems);
	const ours = endedByUs(kindOf);
	const carrying = startCarrying({
		...{ store: store.alerts, settings, url: parts.url, log },
	});
	const { facts, telling, outlets } = carrying;
	await store.alerts.settleAlerts({ rules: settings.rules, outlets: facts });
	const reviewing = await startReviewing({
		...{ alerts: store.alerts, outlets: telling, kindOf, log },
		...(parts.everyMs !== undefined && { everyMs: parts.everyMs }),
		board() {
			// Whoever knows when a broker was heard is told before anybody asks how long ago that was.
			parts.clock.timesSet();
			return {
				rows: everyRow(ledgers),
				brokers: ledgers.map((ledger) => ledger.fact()),
				hasRoom: parts.hasRoom(),
				endedByUs: (row) => ours.isOurs(row),
			};
		},
		reviewed: () => carrying.reviewed(),
	});
	const forgetting = startForgetting({
		...{ alerts: store.alerts, aging: parts.aging, log },
	});
	const backTest = backTestsOf(store);
	return {
		answer: answersOf({
			tend: tendOf({ store, access: parts.access, now: Date.now }),
			backTest: async ({ rule, days }, person) => ({
				is: "back-test",
				backTest: await backTest(rule, days, {
					...{ store: storeFor(store, person), scope: sightOf(person) },
				}),
			}),
			tryOutlet: (wish) => tryOutlet(outlets, wish, randomUUID()),
			tended: () => reviewing.tended(),
		}),
		begins: (errand) => ours.begins(errand),
		async stop() {
			backTest.stop();
			await forgetting.stop();
			await reviewing.stop();
			await carrying.stop();
		},
	};
}

function kindsIn(systems: readonly SystemWords[]): KindOf {
	const known = new Map(systems.map((words) => [words.name, words]));
	return ({ system, kind }) => known.get(system)?.kinds[kind];
}

function* everyRow(ledgers: AlertParts["ledgers"]): Generator<Row> {
	for (const ledger of ledgers) yield* ledger.rows();
}
