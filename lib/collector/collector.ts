// What runs in the collector? One loop a broker, the errands, and the pulse that says that it lives.
import type { BrokerSettings } from "#lib/config/configuration.ts";
import type { Store } from "#lib/store/store.ts";
import { redacted } from "#lib/systems/address.ts";
import type { System } from "#lib/systems/system.ts";
import { startErrands } from "./errands.ts";
import { ledgerOf } from "./ledger.ts";
import type { Log } from "./log.ts";
import { type Loop, startLoop } from "./loop.ts";
import { startPulse } from "./pulse.ts";

export type CollectorParts = {
	readonly store: Store;
	readonly systems: readonly System[];
	readonly brokers: readonly BrokerSettings[];
	readonly log: Log;
};

const deadlineMs = 3000;

export async function startCollector(
	parts: CollectorParts,
): Promise<{ stop(): Promise<void> }> {
	const { store, systems, brokers, log } = parts;
	await store.board.settle(
		brokers.map(({ name }) => name),
		systems.map(({ words }) => words),
	);
	const pulse = startPulse(store.pulse, log);
	const loops = new Map<string, Loop>();
	for (const broker of brokers)
		loops.set(broker.name, await loopFor(broker, parts));
	const errands = startErrands({
		store,
		deadlineMs,
		log,
		connectionTo: (broker) => loops.get(broker)?.connection() ?? null,
	});
	return {
		async stop() {
			errands.stop();
			pulse.stop();
			await Promise.all(Array.from(loops.values(), (loop) => loop.stop()));
		},
	};
}

async function loopFor(
	broker: BrokerSettings,
	{ store, systems, log }: CollectorParts,
): Promise<Loop> {
	const system = systems.find(({ words }) => words.name === broker.system);
	if (!system) throw new Error(`no system called ${broker.system}`);
	const { name, everyMs, address, settings } = broker;
	const fact = {
		name,
		system: broker.system,
		address: redacted(address),
		everyMs,
	};
	const before =
		(await store.board.brokers()).find((it) => it.name === name) ?? null;
	const ledger = ledgerOf(
		...([fact, await store.board.rowsOf(name), before] as const),
		await store.board.bystandersOf(name),
	);
	await store.board.write(ledger.begin);
	return startLoop({
		broker: name,
		everyMs,
		deadlineMs,
		log,
		ledger,
		open: () => system.open({ broker: name, address, settings, deadlineMs }),
		write: (tick) => store.board.write(tick),
	});
}
