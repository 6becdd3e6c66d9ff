// What is killed in the middle of a clean-up? The collector as it is started, over a real Redis whose every message is told from the others.
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Redis } from "ioredis";
import { usualDoor } from "#lib/access/for-tests.ts";
import { enter, offerEntry } from "#lib/access/sessions.ts";
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { typedFor } from "#lib/core/clean-up/consent.ts";
import type { Errand, ErrandState } from "#lib/core/errand.ts";
import { idOf } from "#lib/core/subscription.ts";
import type { Store } from "#lib/store/store.ts";
import { type Child, startChild } from "#world/child.ts";
import { eventually } from "#world/eventually.ts";

export const group = "billing";
const gone = "dead-a";
const withinMs = 40_000;
const main = path.join(import.meta.dirname, "../main.ts");

export function startMain(
	folder: string,
	address: string,
	flags: readonly string[] = [],
	// Members are known by the names of their connections, so that nobody takes one of ours for theirs.
	settings = ', members: { named: "*" }',
	more = "",
): Child {
	const broker = `{ address: "${address}", every: 1s${settings} }`;
	const file = path.join(folder, "tidemark.yaml");
	writeFileSync(file, `folder: ./store\nbrokers:\n  one: ${broker}\n${more}`);
	return startChild({
		...{ command: process.execPath, args: [main, ...flags] },
		...{ cwd: folder, output: path.join(folder, "collector.log") },
	});
}

/** So many messages, all of them in the hands of a member that is gone. */
export async function fill(client: Redis, channel: string, count: number) {
	await client.xgroup("CREATE", channel, group, "0", "MKSTREAM");
	const adding = client.pipeline();
	for (let n = 0; n < count; n++) adding.xadd(channel, "*", "n", n);
	await adding.exec();
	await client.xreadgroup(
		...(["GROUP", group, gone, "COUNT", count] as const),
		...(["STREAMS", channel, ">"] as const),
	);
}

export type Account = {
	/** How many messages have one copy at the end of the stream. */
	readonly copied: number;
	/** How many are held as before. */
	readonly held: number;
	/** Those that are neither, or both, or were copied twice: there may be none. */
	readonly wrong: readonly string[];
};

/** Where every message is by now. */
export async function accountOf(
	client: Redis,
	channel: string,
	count: number,
): Promise<Account> {
	const entries = await client.xrange(channel, "-", "+");
	const pending = await client.xpending(channel, group, "-", "+", 2 * count);
	const held = new Set(pending.map((row) => Array.isArray(row) && row[0]));
	const places = new Map<string, number>();
	const wrong: string[] = [];
	let copied = 0;
	for (const [id, fields] of entries.slice(0, count))
		places.set(String(fields[1]), held.has(id) ? 1 : 0);
	for (const [, fields] of entries.slice(count)) {
		const name = String(fields[fields.indexOf("n") + 1]);
		places.set(name, (places.get(name) ?? 9) + 1);
		copied++;
	}
	for (const [name, times] of places) if (times !== 1) wrong.push(name);
	return { copied, held: held.size, wrong };
}

const requeue: CleanUp = {
	...{ ...reclaimAll, members: [gone], fate: "re-enqueue" },
};

export type Asking = {
	/** As soon as it is planned; the errand. */
	approve(channel: string, cleanUp?: CleanUp): Promise<string>;
	/** Of all these at once. */
	approveAll(targets: readonly string[], cleanUp: CleanUp): Promise<string>;
	reaches(id: string, states: readonly ErrandState[]): Promise<Errand>;
};

export async function askingOf(store: Store): Promise<Asking> {
	const key = await offerEntry(store, Date.now());
	const wish = { by: "entry", key } as const;
	const { person } = await enter(store, wish, usualDoor, Date.now());
	const { name: by, session } = person;
	const reaches = (id: string, states: readonly ErrandState[]) =>
		eventually(async () => {
			const errand = await store.errands.find(id);
			return errand && states.includes(errand.state) ? errand : undefined;
		}, withinMs);
	async function approveAll(
		subscriptions: readonly string[],
		cleanUp: CleanUp,
	): Promise<string> {
		for (const target of subscriptions)
			await eventually(
				async () => (await store.board.row(target)) ?? undefined,
				withinMs,
			);
		const id = randomBytes(16).toString("base64url");
		const targets = { subscriptions };
		const wish = { verb: "clean up", targets, cleanUp } as const;
		const askedMs = Date.now();
		await store.errands.ask({ ...{ id, by, session, askedMs }, wish });
		const planned = await reaches(id, ["planned", "failed"]);
		const { undertaking, failure } = planned;
		if (failure !== null) throw new Error(failure.key);
		const hash = undertaking?.hash ?? "";
		const typed = typedFor(undertaking?.targets ?? []);
		const approval = { by, session, from: null, why: null, typed, hash };
		const atMs = Date.now();
		const said = await store.errands.approve(id, { ...approval, atMs });
		if (said !== "approved") throw new Error(`It was ${said}`);
		return id;
	}
	return {
		...{ reaches, approveAll },
		approve: (channel, cleanUp = requeue) =>
			approveAll(
				[idOf({ broker: "one", kind: "stream", channel, group })],
				cleanUp,
			),
	};
}
