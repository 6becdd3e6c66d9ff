// Where are clean-ups tried without a broker? A real store, the collector's own part, and a port written by hand that does what the test says.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished } from "vitest";
import type { Role } from "#lib/access/roles.ts";
import { exactly } from "#lib/core/amount.ts";
import {
	type Action,
	actions,
	type CleanUp,
	reclaimAll,
} from "#lib/core/clean-up/clean-up.ts";
import { outcomeOf, planOf } from "#lib/core/clean-up/for-tests.ts";
import type { Before } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Targets } from "#lib/core/clean-up/undertaking.ts";
import type { ErrandState } from "#lib/core/errand.ts";
import { factOf, rowOf } from "#lib/store/contract-rows.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import type { CleanUps, Connection, Proof } from "#lib/systems/system.ts";
import { startCleanUps } from "../clean-ups/clean-ups.ts";
import type { CleanUpParts } from "../clean-ups/parts.ts";
import { startErrands } from "../errands.ts";

export const beforeOfMessage = (place: number): Before => ({
	...{ id: `${place}`, owner: "a", deliveredMs: 1, deliveries: 2, copy: null },
});

type Step = [channel: string, place: number, stop: AbortSignal];

export type World = ReturnType<typeof worldOf>;

/** A broker of three messages a channel, each of which is a step of its own. */
export function worldOf() {
	const world = {
		/** What was changed there, in order. */
		done: [] as string[],
		/** What its clean-ups were asked to do. */
		planned: [] as Parameters<CleanUps["plan"]>[],
		proved: [] as Parameters<CleanUps["prove"]>[],
		applied: 0,
		plan: (cleanUp: CleanUp): Plan | Promise<Plan> =>
			planOf({ cleanUp, messages: exactly(3) }),
		/** Before anything is begun. */
		look: async (): Promise<void> => undefined,
		step: async (..._: Step): Promise<void> => undefined,
		proof: (): Proof => ({
			figures: [{ code: "held", before: exactly(3), after: exactly(1) }],
			afterwards: [{ code: "as left", values: {}, atMs: Date.now() }],
		}),
	};
	return world;
}

export function connectionTo(world: World): Connection {
	const cleanUps: CleanUps = {
		async plan(...given) {
			world.planned.push(given);
			return world.plan(given[1]);
		},
		async apply({ channel }, { messages }, { stop, ...course }) {
			world.applied++;
			await course.progress({
				messages: 0,
				members: 0,
				stage: "looking again",
			});
			await world.look();
			let place = 0;
			for (; place < messages.n && !stop.aborted; place++) {
				const done = { messages: place, members: 0 };
				await course.progress({ ...done, stage: "messages" });
				await world.step(channel, place, stop);
				world.done.push(`${channel} ${place}`);
				await course.keep([beforeOfMessage(place)]);
			}
			if (place === messages.n) return outcomeOf({ messagesDone: place });
			return outcomeOf({
				...{ ending: "partly done", messagesDone: place },
				refusals: [{ code: "was stopped", values: {} }],
			});
		},
		async prove(...given) {
			world.proved.push(given);
			return world.proof();
		},
	};
	const unasked = () => Promise.reject(new Error("not asked here"));
	return {
		read: unasked,
		look: unasked,
		close: async () => undefined,
		cleanUps,
	};
}

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
		leave: { readOnly: false, readOnlyBrokers: [] },
		...{ deadlineMs: 300, silentMs: 5_000, againMs: [] },
		...change.parts,
	};
	const cleanUps = await startCleanUps(parts);
	const errands = startErrands({
		...parts,
		cleanUps,
		tries: () => Promise.reject(new Error("nothing is tried here")),
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
	const kinds = { log: words(actions), plain: words(["count"]) };
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
export async function become({ sessions }: Store, role: Role | null) {
	await sessions.end(session);
	const nowMs = Date.now();
	const began = { startedMs: nowMs, usedMs: nowMs, person: "me" };
	if (role !== null) await sessions.start({ hash: session, role, ...began });
}

let asked = 0;
/** A machine that does something else as well takes its time. */
export const patient = { timeout: 10_000, interval: 20 };

function asking(web: Store) {
	const find = (id: string) => web.errands.find(id);
	async function ask(
		cleanUp: CleanUp = reclaimAll,
		targets: Targets = { subscriptions: [idOfChannel("orders")] },
	): Promise<string> {
		const id = `errand-${++asked}`;
		const wish = { verb: "clean up", targets, cleanUp } as const;
		const askedMs = Date.now();
		await web.errands.ask({ id, by: "me", session, wish, askedMs });
		return id;
	}
	async function reaches(id: string, state: ErrandState) {
		await expect.poll(() => find(id), patient).toMatchObject({ state });
		const errand = await find(id);
		if (errand === null) throw new Error("it is gone");
		return errand;
	}
	async function approve(id: string) {
		const { undertaking } = await reaches(id, "planned");
		const approval = { by: "me", session, from: null, why: "night" };
		return web.errands.approve(id, {
			...{ ...approval, atMs: Date.now(), hash: undertaking?.hash ?? "" },
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
