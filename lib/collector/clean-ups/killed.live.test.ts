// Is a clean-up done at most once and never in silence, wherever in it the collector or the broker is killed?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { endings } from "#lib/core/clean-up/outcome.ts";
import type { Errand } from "#lib/core/errand.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { ownRedis } from "#lib/systems/redis/for-tests/own.ts";
import { eventually } from "#world/eventually.ts";
import {
	type Account,
	accountOf,
	askingOf,
	fill,
	startMain,
} from "../for-tests/killing.ts";

/** More of them in a run by hand, such as TIDEMARK_KILLS=100. */
const kills = Number(process.env.TIDEMARK_KILLS ?? 4);
const messages = 1_500;
/** A little longer than it takes, so that some are killed after the end. */
const moments = 900;
const sliceMost = 100;
const timeoutMs = 120_000 + kills * 15_000;
const withinMs = 40_000;

const own = ownRedis();

async function scene(rounds: number) {
	const { client, world } = own();
	const folder = await mkdtemp(join(tmpdir(), "tidemark-killed-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const store = await openStore(join(folder, "store"));
	onTestFinished(() => store.close());
	const channels = Array.from({ length: rounds }, (_, n) => `orders-${n}`);
	for (const channel of channels) await fill(client, channel, messages);
	let collector = startMain(folder, world.address);
	onTestFinished(async () => void (await collector.kill()));
	return {
		...{ client, world, store, channels, asking: await askingOf(store) },
		async killAndStart() {
			await collector.kill();
			collector = startMain(folder, world.address);
		},
	};
}

function saidOf({ state, undertaking }: Errand): string {
	const { outcome } = undertaking?.targets[0] ?? {};
	const refusals = outcome?.refusals.map(({ code }) => code) ?? [];
	return [state, ...refusals].join(", ");
}

const eventsOf = async ({ record }: Store, id: string) =>
	(await record.lines(0, 1_000_000))
		.filter(({ errand }) => errand === id)
		.map(({ event }) => event);

/** What was told fits what is there, and what was kept all but the last step. */
function expectTold({ state, undertaking }: Errand, { copied }: Account) {
	const [target] = undertaking?.targets ?? [];
	const { messagesDone = -1, verifiedMs } = target?.outcome ?? {};
	if (state === "done") expect(messagesDone).toBe(copied);
	if (state === "refused") expect(copied).toBe(0);
	if (state === "unknown") expect(verifiedMs).toBeGreaterThan(0);
	expect(messagesDone).toBeLessThanOrEqual(copied);
	expect(target?.kept).toBeLessThanOrEqual(copied);
	expect(target?.kept).toBeGreaterThanOrEqual(copied - sliceMost);
}

test(
	"the collector is killed at any moment of it: no message is lost or copied twice, and its end is told",
	async () => {
		const { client, store, channels, asking, killAndStart } =
			await scene(kills);
		const told = new Map<string, Account>();
		const states: string[] = [];
		for (const channel of channels) {
			const id = await asking.approve(channel);
			const momentMs = Math.random() * moments;
			await after(momentMs);
			await killAndStart();
			const errand = await asking.reaches(id, endings);
			const account = await accountOf(client, channel, messages);
			const at = `${channel} killed after ${Math.round(momentMs)} ms: ${saidOf(errand)}`;
			states.push(at);
			expect(account.wrong, at).toEqual([]);
			expect(account.held + account.copied, at).toBe(messages);
			expectTold(errand, account);
			const events = await eventsOf(store, id);
			expect(events.slice(0, 3), at).toEqual([
				"approved",
				"running",
				errand.state,
			]);
			told.set(channel, account);
		}
		// Nothing went on after it was told to have ended.
		for (const [channel, account] of told)
			expect(await accountOf(client, channel, messages)).toEqual(account);
		expect(await store.record.verify()).toMatchObject({ isWhole: true });
		if (kills > 4) console.log(states.join("\n"));
	},
	timeoutMs,
);

test(
	"the broker is killed at any moment of it: what comes back is whole, and its end is told",
	async () => {
		const rounds = Math.ceil(kills / 2);
		const { client, world, store, channels, asking } = await scene(rounds);
		const states: string[] = [];
		for (const channel of channels) {
			// No plan is drawn until the broker that was killed before answers again.
			const id = await eventually(
				() => asking.approve(channel).catch(() => undefined),
				withinMs,
			);
			const momentMs = Math.random() * moments;
			await after(momentMs);
			await world.kill();
			const errand = await asking.reaches(id, endings);
			const at = `${channel} after ${Math.round(momentMs)} ms: ${saidOf(errand)}`;
			states.push(at);
			if (errand.state !== "done")
				expect(saidOf(errand), at).toContain("broker failed");
			await world.restart();
			await eventually(() => client.ping(), withinMs);
			const account = await accountOf(client, channel, messages);
			expect(account.wrong, at).toEqual([]);
			expect(account.held + account.copied, at).toBe(messages);
			const events = await eventsOf(store, id);
			expect(events.slice(0, 3), at).toEqual([
				...["approved", "running", errand.state],
			]);
		}
		expect(await store.record.verify()).toMatchObject({ isWhole: true });
		if (kills > 4) console.log(states.join("\n"));
	},
	timeoutMs,
);
