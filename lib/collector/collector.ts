// What runs in the collector? One loop a broker, the errands, and the pulse that says that it lives.

import type {
	AlertSettings,
	BrokerSettings,
	HistorySettings,
} from "#lib/config/configuration.ts";
import { dayMinutes } from "#lib/core/judge/day.ts";
import type { AccessSettings } from "#lib/core/people/access.ts";
import { rolesWith } from "#lib/core/people/role.ts";
import { windowFrom } from "#lib/core/window/again.ts";
import { readingsKept } from "#lib/core/window/columns.ts";
import type { Window } from "#lib/core/window/window.ts";
import type { Store } from "#lib/store/store.ts";
import { redacted } from "#lib/systems/address.ts";
import type { System } from "#lib/systems/system.ts";
import { agingClock } from "./aging.ts";
import { startAlerts } from "./alerts/alerts.ts";
import { startCleanUps } from "./clean-ups/clean-ups.ts";
import { usualAgainMs, usualSilentMs } from "./clean-ups/parts.ts";
import { type Clock, clockOf } from "./clock.ts";
import { startErrands } from "./errands.ts";
import { startHighWater, type Tide } from "./high-water.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import type { Log } from "./log.ts";
import { type Loop, startLoop } from "./loop.ts";
import { startForgettingTries } from "./people/forgetting.ts";
import { tendPeopleOf } from "./people/tend.ts";
import { startPulse } from "./pulse.ts";
import { freeBytes, type Room, watchRoom } from "./room.ts";
import { startThinning } from "./thinning.ts";
import { triesOf } from "./tries.ts";

export type CollectorParts = {
	readonly store: Store;
	readonly systems: readonly System[];
	readonly brokers: readonly BrokerSettings[];
	readonly folder: string;
	readonly history: HistorySettings;
	readonly alerts: AlertSettings;
	readonly access: AccessSettings;
	/** Where people reach this console: what links in notices begin with. */
	readonly url: string;
	/** Nothing is changed at any broker. */
	readonly readOnly: boolean;
	/** Nobody's yes counts without a reason. */
	readonly reasonRequired: boolean;
	readonly log: Log;
};

export const deadlineMs = 3000;

export async function startCollector(
	parts: CollectorParts,
): Promise<{ stop(): Promise<void> }> {
	const { store, systems, brokers, log } = parts;
	await store.board.settle(
		brokers.map(({ name }) => name),
		systems.map(({ words }) => words),
	);
	const access = { ...parts.access, roles: rolesWith(parts.access.roles) };
	const { keep, floorBytes } = parts.history;
	const room = await watchRoom({
		...{ floorBytes, log },
		// A store that filled the disk itself makes its own room with age.
		free: async () =>
			(await freeBytes(parts.folder)) + (await store.history.spareBytes()),
	});
	const clock = clockOf(log);
	const before = await store.pulse.last();
	const aging = agingClock(clock, before?.atMs ?? null);
	const pulse = startPulse(store.pulse, () => room.fact(), log);
	const loops = new Map<string, Loop>();
	const ledgers: Ledger[] = [];
	for (const broker of brokers) {
		const ledger = await ledgerFor(broker, store);
		ledgers.push(ledger);
		loops.set(broker.name, await loopFor(broker, ledger, parts, room, clock));
	}
	const connectionTo = (broker: string) =>
		loops.get(broker)?.connection() ?? null;
	const cleanUps = await startCleanUps({
		...{ store, access, log, connectionTo, deadlineMs },
		leave: { readOnly: parts.readOnly, readOnlyBrokers: readOnlyIn(brokers) },
		reasonRequired: parts.reasonRequired,
		...{ silentMs: usualSilentMs, againMs: usualAgainMs, aging },
	});
	const alerts = await startAlerts({
		...{ store, access, ledgers, log, settings: parts.alerts, url: parts.url },
		systems: systems.map(({ words }) => words),
		hasRoom: () => room.fact() !== "no room",
		...{ clock, aging },
	});
	const errands = startErrands({
		...{ store, access, log, connectionTo, deadlineMs },
		cleanUps: {
			...cleanUps,
			run(errand) {
				alerts.begins(errand);
				return cleanUps.run(errand);
			},
		},
		alerts: alerts.answer,
		people: tendPeopleOf({ store, access, now: Date.now }),
		tries: triesOf({ systems, brokers: brokers.length, deadlineMs }),
	});
	const forgettingTries = startForgettingTries(store.guesses, aging, log);
	const thinning = startThinning({
		history: { thin: (...given) => store.history.thin(...given) },
		...{ keep, aging, log, met: room.met },
	});
	const highWater = startHighWater({
		...{ history: store.history, log },
		tides: () => everyTide(ledgers),
	});
	return {
		async stop() {
			errands.stop();
			forgettingTries.stop();
			await alerts.stop();
			await cleanUps.stop();
			pulse.stop();
			room.stop();
			await Promise.all([thinning.stop(), highWater.stop()]);
			await Promise.all(Array.from(loops.values(), (loop) => loop.stop()));
		},
	};
}

function* everyTide(ledgers: readonly Ledger[]): Generator<Tide> {
	for (const ledger of ledgers) yield* ledger.tides();
}

async function ledgerFor(
	{ name, system, address, everyMs }: BrokerSettings,
	store: Store,
): Promise<Ledger> {
	const fact = { name, system, address: redacted(address), everyMs };
	const before =
		(await store.board.brokers()).find((it) => it.name === name) ?? null;
	return ledgerOf(
		...([fact, await store.board.rowsOf(name), before] as const),
		await store.board.bystandersOf(name),
		await windowsOf(store, name),
	);
}

const readOnlyIn = (brokers: readonly BrokerSettings[]) =>
	brokers.flatMap(({ name, readOnly }) => (readOnly ? [name] : []));

async function loopFor(
	{ name, system: called, everyMs, address, settings }: BrokerSettings,
	ledger: Ledger,
	{ store, systems, log }: CollectorParts,
	room: Room,
	clock: Clock,
): Promise<Loop> {
	const system = systems.find(({ words }) => words.name === called);
	if (!system) throw new Error(`no system called ${called}`);
	await store.board.write(ledger.begin);
	return startLoop({
		broker: name,
		everyMs,
		...{ deadlineMs, log, ledger, clock },
		open: () => system.open({ broker: name, address, settings, deadlineMs }),
		write: room.keeping((tick) => store.board.write(tick)),
	});
}

/** What was seen before this start, as history remembers it. */
async function windowsOf(
	{ history }: Store,
	broker: string,
): Promise<ReadonlyMap<string, Window>> {
	const windows = new Map<string, Window>();
	const nowMs = Date.now();
	const kept = { nowMs, readings: readingsKept, minutes: dayMinutes };
	for await (const past of history.rebuild(broker, kept))
		windows.set(past.id, windowFrom(past, nowMs));
	return windows;
}
