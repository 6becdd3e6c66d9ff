// What carries notices out of the house? The outlets of the configuration, whoever delivers, and the call that says that all goes on.

import { startDelivering } from "#lib/alerts/delivery/deliver.ts";
import { heartbeatOf } from "#lib/alerts/delivery/heartbeat.ts";
import { factsOf, openOutlets } from "#lib/alerts/open.ts";
import type { Outlet } from "#lib/alerts/outlet.ts";
import { allowedBy, parseAllowed } from "#lib/alerts/requests/allowed.ts";
import { guarded } from "#lib/alerts/requests/guarded.ts";
import type { Requests } from "#lib/alerts/requests.ts";
import type { AlertSettings } from "#lib/config/configuration.ts";
import type { OutletFact, TellingOutlet } from "#lib/core/alert/outlet.ts";
import type { OwedNotices } from "#lib/store/alert-port.ts";
import type { Log } from "../log.ts";
import { traceOf } from "../trace-of.ts";

export type CarryingParts = {
	readonly store: Pick<OwedNotices, "owed" | "notice" | "tried">;
	readonly settings: AlertSettings;
	/** Where people reach this console. */
	readonly url: string;
	readonly log: Log;
};

export type Carrying = {
	readonly outlets: ReadonlyMap<string, Outlet>;
	readonly facts: readonly OutletFact[];
	readonly telling: readonly TellingOutlet[];
	/** The board was looked at, and what that means is written. */
	reviewed(): void;
	stop(): Promise<void>;
};

export function startCarrying(parts: CarryingParts): Carrying {
	const { store, settings, url, log } = parts;
	const requests = guarded({
		allowed: allowedBy(
			settings.allow.map(parseAllowed).filter((it) => typeof it !== "string"),
		),
	});
	const { language } = settings;
	const outlets = openOutlets(settings.outlets, { requests, url, language });
	const deliverer = startDelivering({
		...{ store, outlets },
		failed: (error) =>
			log.error({ error: traceOf(error) }, "notice not carried"),
	});
	const heart = heartbeatIn(settings, requests, log);
	return {
		...{ outlets, facts: factsOf(settings.outlets, outlets) },
		telling: settings.outlets.map(({ name, quiet }) => ({
			...{ name, quiet: quiet?.hours ?? null },
			keepAliveMs: outlets.get(name)?.keepAliveMs ?? null,
		})),
		reviewed() {
			deliverer.wake();
			heart?.reviewed();
		},
		stop: () => deliverer.stop(),
	};
}

function heartbeatIn(
	{ heartbeat }: AlertSettings,
	requests: Requests,
	log: Log,
) {
	if (heartbeat === null) return null;
	return heartbeatOf({
		...{ requests, url: new URL(heartbeat.url.reveal()) },
		everyMs: heartbeat.everyMs,
		changed({ isTaken, code, values }) {
			if (isTaken) log.info({}, "the heartbeat is heard again");
			else log.warn({ code, ...values }, "nobody hears the heartbeat");
		},
	});
}
