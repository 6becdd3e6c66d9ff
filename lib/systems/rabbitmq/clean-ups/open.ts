// How is a queue cleaned up? Each action has its plan; all is asked over the connections of reading, and what changes something is sent once.
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { Address } from "../../address.ts";
import type { CleanUps } from "../../system.ts";
import type { Client } from "../connection/client.ts";
import type { Configured } from "../connection/configured.ts";
import { doorsOf } from "../connection/places.ts";
import { apply } from "./apply.ts";
import { planDelete } from "./delete.ts";
import { planEvict } from "./evict.ts";
import { planMove } from "./move.ts";
import { type Place, placeOf } from "./place.ts";
import { prove } from "./prove.ts";
import { planPurge } from "./purge.ts";
import { queueNow } from "./queue-now.ts";

export type CleanUpsOptions = {
	readonly client: Client;
	readonly address: Address;
	readonly configured: Configured;
	readonly deadlineMs: number;
};

export function openCleanUps(options: CleanUpsOptions): CleanUps {
	const { client, address, configured, deadlineMs } = options;
	const url = urlOf(address, configured);
	const ownMs = 0.9 * deadlineMs;
	const lookingAt = (subscription: Subscription): Place => {
		const endMs = performance.now() + ownMs;
		return placeOf({ client, url, untilMs: () => endMs }, subscription);
	};
	/** Each question has its own time. */
	const actingAt = (subscription: Subscription): Place => {
		const untilMs = () => performance.now() + ownMs;
		return placeOf({ client, url, untilMs }, subscription);
	};
	return {
		plan: async (subscription, cleanUp) =>
			planAt(lookingAt(subscription), cleanUp),
		apply: async (subscription, plan, course) =>
			apply(actingAt(subscription), plan, course),
		prove: async (subscription, plan) => prove(lookingAt(subscription), plan),
	};
}

async function planAt(place: Place, cleanUp: CleanUp): Promise<Plan> {
	const now = await queueNow(place);
	switch (cleanUp.action) {
		case "purge":
			return planPurge(place, now);
		case "delete":
			return planDelete(place, now);
		case "evict":
			return planEvict(place, now, cleanUp.member);
		case "move":
			return planMove(place, now, cleanUp.to);
		default:
			throw new Problem("refused", "not offered");
	}
}

function urlOf(address: Address, configured: Configured): string {
	const [{ host, port, tls } = { host: "", port: 0, tls: null }] = doorsOf(
		address,
		configured,
	);
	const name = host.includes(":") ? `[${host}]` : host;
	return `${tls === null ? "http" : "https"}://${name}:${port}`;
}
