// Can each broker be read from here, wholly, and has the running Tidemark heard it? Each is asked as a tick asks it, and looked at closely besides.
import { setTimeout as after } from "node:timers/promises";
import { within } from "#lib/collector/deadline.ts";
import type { BrokerSettings } from "#lib/config/configuration.ts";
import type { Snapshot } from "#lib/core/reading.ts";
import type { Symptom } from "#lib/core/symptom.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { systems } from "#lib/systems/index.ts";
import type { Connection } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import {
	heardTold,
	readTold,
	symptomsTold,
	troubleTold,
} from "./broker-told.ts";
import type { Finding } from "./finding.ts";
import type { Scene, Subject } from "./scene.ts";

const deadlineMs = 3_000;
/** A system may find what it has over several readings. */
const readingMs = 4_500;
const againAfterMs = 200;

export const brokers: Subject = {
	name: "Brokers",
	async look(scene) {
		const all = scene.configuration.brokers.map((broker) =>
			lookAt(broker, scene),
		);
		return (await Promise.all(all)).flat();
	},
};

async function lookAt(
	broker: BrokerSettings,
	scene: Scene,
): Promise<readonly Finding[]> {
	const { name, address, settings } = broker;
	const system = systems.find(({ words }) => words.name === broker.system);
	if (!system) return [];
	const connection = system.open({
		...{ broker: name, address, settings, deadlineMs },
	});
	try {
		const [read, symptoms] = await Promise.all([
			readWhole(connection),
			examined(connection),
		]);
		const readOnly = broker.readOnly || scene.configuration.readOnly;
		return [
			...symptomsTold(name, symptoms, readOnly, "code" in read ? read : null),
			...("code" in read
				? [troubleTold(name, read, "wrong")]
				: readTold(broker, read)),
			...heardTold(broker, scene, "code" in read),
		];
	} finally {
		await within(1_000, connection.close()).catch(() => undefined);
	}
}

async function readWhole(connection: Connection): Promise<Snapshot | Trouble> {
	const untilMs = performance.now() + readingMs;
	let last: Snapshot | null = null;
	for (;;) {
		const leftMs = Math.max(1, untilMs - performance.now());
		const next = await within(leftMs, connection.read()).catch(troubleIn);
		if ("code" in next) return last ?? next;
		last = next;
		if (last.complete || untilMs - performance.now() < againAfterMs)
			return last;
		await after(againAfterMs);
	}
}

const troubleIn = (error: unknown): Trouble =>
	error instanceof TroubleError ? error.trouble : trouble("no answer");

/** What it could not look at is told by the reading in the same words. */
const examined = async (connection: Connection): Promise<readonly Symptom[]> =>
	within(readingMs, (async () => (await connection.examine?.()) ?? [])()).catch(
		() => [],
	);
