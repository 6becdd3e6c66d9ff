// Where are clean-ups tried without a broker? x.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished } from "vitest";
import { sessionAs, usualAccess } from "#lib/access/for-tests.ts";
import {
	type Action,
	actions,
	type CleanUp,
	reclaimAll,
} from "#lib/core/clean-up/clean-up.ts";
import { typedFor } from "#lib/core/clean-up/consent.ts";
import type { Approval, Targets } from "#lib/core/clean-up/undertaking.ts";
import type { ErrandState } from "#lib/core/errand.ts";
import { factOf, rowOf } from "#lib/store/contract-rows.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { startCleanUps } from "../clean-ups/clean-ups.ts";
import type { CleanUpParts } from "../clean-ups/parts.ts";
import { startErrands } from "../errands.ts";
import { connectionTo, type World, worldOf } from "./clean-ups-world.ts";

const silent = () => undefined;
const said = { en: "log", ko: "로그" };
const words = (offered: readonly Action[]) => ({
	...{ channel: said, group: said, holds: true, keeps: true },
	...{ partitioned: false, itemised: true, actions: offered },
});

export type Change = {
	readonly parts?: Partial<CleanUpParts>;
	/** What the collector's store does in place of the real thing. */
	readonly errands?: (real: Store["errands"]) => Partial<Store["errands"]>;
	readonly world?: World;
	readonly folder?: string;
};

/** A collector over a store that others see through a connection of their own. */
export async function collectorOn(folder: string, change: Change = {}) {
	const store = await openStore(folder);
	const world = change.world ?? worldOf();
	const own = change.errands?.(store.errands) ?? {};
	const parts: CleanUpParts = {
		store: { ...store, errands: { ...store.errands, ...own } },
		log: { info: silent, warn: silent, error: silent },
		connectionTo: () => connectionTo(world),
		access: usualAccess,
		leave: { readOnly: false, readOnlyBrokers: [] },
		reasonRequired: false,
		...{ deadlineMs: 300, silentMs: 5_000, againMs: [], aging: Date.now },
		...change.parts,
	};
	const cleanUps = await startCleanUps(parts);
	const errands = startErrands({
		...parts,
		cleanUps,
		tries: () => Promise.reject(new Error("nothing is tried here")),
		alerts: () => Promise.reject(new Error("no alerts here")),
		people: () => Promise.reject(new Error("no people here")),
	});
	return {
		world,
		async stop() {
			errands.stop();
			await cleanUps.stop();
			await store.close();
		},
	};
}

export const rows = [
	rowOf("orders"),
	rowOf("mails"),
	rowOf("plain", { kind: "plain" }),
	rowOf("archive", { broker: "two" }),
];

export const idOfChannel = (channel: string): string =>
	rows.find((row) => row.channel === channel)?.id ?? "";

export async function newFolder(): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), "tidemark-clean-ups-"));
	onTestFinished(() => rm(folder, { recursive: true }));
	return folder;
}

export async function scene(change: Change = {}) {
	const folder = change.folder ?? (await newFolder());
	const web = await openStore(folder);
	onTestFinished(() => web.close());
	const wholeGroup = ["destroy", "evict"] as const;
	const log = { ...words(actions), wholeGroup };
	const kinds = { log, plain: words(["count"]) };
	const system = { label: "Some", icon: "", example: "", finds: said, kinds };
	await web.board.settle(["one", "two"], [{ name: "some", ...system }]);
	for (const name of ["one", "two"])
		await web.board.write({
			broker: factOf({ name }),
			...{ rows: rows.filter(({ broker }) => broker === name), gone: [] },
		});
	await become(web, "admin");
	const { world, stop } = await collectorOn(folder, change);
	onTestFinished(stop);
	return { folder, web, world, stop, ...asking(web) };
}

export const session = "the session of the test";

/** Who asks has this role from now on; null ends their session. */
export async function become(
	{ sessions }: Store,
	role: string | null,
	hash: string = session,
) {
	await sessions.end(hash);
	const began = { hash, startedMs: Date.now(), person: "me" };
	if (role !== null) await sessions.start(sessionAs(role, began));
}

let asked = 0;
/** A machine that does something else as well takes its time. */
export const patient = { timeout: 10_000, interval: 20 };

function asking(web: Store) {
	const find = (id: string) => web.errands.find(id);
	async function ask(
		cleanUp: CleanUp = reclaimAll,
		targets: Targets = { subscriptions: [idOfChannel("orders")] },
		hash: string = session,
	): Promise<string> {
		const id = `errand-${++asked}`;
		const wish = { verb: "clean up", targets, cleanUp } as const;
		const askedMs = Date.now();
		await web.errands.ask({ id, by: "me", session: hash, wish, askedMs });
		return id;
	}
	async function reaches(id: string, state: ErrandState) {
		await expect.poll(() => find(id), patient).toMatchObject({ state });
		const errand = await find(id);
		if (errand === null) throw new Error("it is gone");
		return errand;
	}
	/** As the web lets it pass, or with what the test says. */
	async function approve(id: string, said: Partial<Approval> = {}) {
		const { undertaking } = await reaches(id, "planned");
		const approval = { by: "me", session, from: null, why: "night" };
		const typed = typedFor(undertaking?.targets ?? []);
		return web.errands.approve(id, {
			...{ ...approval, typed, atMs: Date.now(), ...said },
			hash: undertaking?.hash ?? "",
		});
	}
	/** As soon as it is planned. */
	async function approved(...given: Parameters<typeof ask>): Promise<string> {
		const id = await ask(...given);
		expect(await approve(id)).toBe("approved");
		return id;
	}
	return { find, ask, reaches, approve, approved };
}
