// What does a test of clean-ups of lists begin with? Workers that left something, a console that has seen it lie still, and all that the server would show.
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Before } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Connection, Undone } from "../../system.ts";
import { cleanUpsOf, courseOf, type Told } from "./cleaning.ts";

export const jobs = {
	...{ broker: "b", kind: "list", channel: "jobs", group: null },
} as const;

export const inProgress = "jobs:w1:processing";

export const recover = (
	served: "next" | "last" = "next",
	from: readonly string[] | null = null,
): CleanUp => ({ action: "recover", from, served });

export const plannedList = (
	connection: Connection,
	cleanUp: CleanUp,
	undone: Undone | null = null,
) => cleanUpsOf(connection).plan(jobs, cleanUp, undone);

export async function appliedList(
	connection: Connection,
	plan: Plan,
	told: Told = courseOf(),
) {
	// As a store gives it back.
	const stored: Plan = JSON.parse(JSON.stringify(plan));
	return cleanUpsOf(connection).apply(jobs, stored, told.course);
}

export async function undoneList(
	connection: Connection,
	plan: Plan,
	before: readonly Before[],
) {
	const stored: Plan = JSON.parse(JSON.stringify(plan));
	const undo = await plannedList(
		...([connection, { action: "undo", errand: "e" }] as const),
		{ plan: stored, before },
	);
	return {
		undo,
		outcome: await appliedList(connection, undo, courseOf(before)),
	};
}

/** From left to right, as bytes. */
export const valuesOf = async (client: Redis, key: string) =>
	(await client.lrangeBuffer(key, 0, -1)).map((it) => it.toString("latin1"));

/** Every key and all that is in it. */
export async function allOf(client: Redis): Promise<string> {
	const keys = (await client.keys("*")).sort();
	const dumps = await Promise.all(
		keys.map(async (key) => [
			...[key, await client.type(key)],
			(await client.type(key)) === "list"
				? await valuesOf(client, key)
				: (await client.dumpBuffer(key)).toString("latin1"),
		]),
	);
	return JSON.stringify(dumps);
}

/** Here for as long as its test, under this name. */
export async function worker(address: string, name: string): Promise<Redis> {
	const client = new Redis(address, {
		...{ connectionName: name, retryStrategy: () => null },
	});
	client.on("error", () => {});
	onTestFinished(() => client.disconnect());
	await client.ping();
	return client;
}
