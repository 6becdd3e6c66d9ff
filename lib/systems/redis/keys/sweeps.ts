// When are keys looked for, and was everything seen? One walk for all who look for some, paced, and told to each.
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import { trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Server } from "../connection/identity.ts";
import { isRefused } from "../connection/trouble-of.ts";
import { isDue, type Pass, type Sweep, sweep } from "./sweep.ts";

/** Somebody who looks for keys of some kind. */
export type Seeker = {
	/** Asked anew for each walk. */
	passes(client: Redis, secret: string): Promise<readonly Pass[]>;
	/** Another server answers, or the same one was started again: what is there may be something else. */
	restarted(): void;
};

export type Sweeps = ReturnType<typeof openSweeps>;

const pacedMs = 20;
/** A small server is swept within it, so that a new channel is in the very snapshot that noticed it. */
const patienceMs = 50;
const refusedForMs = 60_000;

/** `firstMs`: how much of the first tick may go into finding keys. */
export function openSweeps(firstMs: number) {
	const seekers: Seeker[] = [];
	const ended = new AbortController();
	let last: Sweep | null = null;
	let count = 0;
	let runId: string | null = null;
	let refusedMs: number | null = null;
	let sweeping: Promise<void> | null = null;
	let isAwaited = false;

	async function start(
		client: Redis,
		secret: string,
		keys: number | null,
	): Promise<void> {
		try {
			const passes: Pass[] = [];
			for (const seeker of seekers)
				passes.push(...(await seeker.passes(client, secret)));
			last = await sweep(client, secret, keys, {
				passes: merged(passes),
				pauseMs: () => (isAwaited && last === null ? 0 : pacedMs),
				signal: ended.signal,
			});
			count++;
		} catch (error) {
			if (!isRefused(error, secret)) throw error;
			// Without this right nothing new is found; what is known is still read, and the missing right is told.
			refusedMs = performance.now();
		} finally {
			sweeping = null;
		}
	}

	const isOpen = (keys: number | null) => {
		const nowMs = performance.now();
		if (refusedMs !== null && nowMs - refusedMs < refusedForMs) return false;
		return sweeping === null && isDue(last, keys, nowMs);
	};

	return {
		add(seeker: Seeker): void {
			seekers.push(seeker);
		},
		/** How many walks came to their end. */
		count: () => count,
		areAllKnown: () => last !== null,
		/** As many keys as before are now other keys. */
		distrust(): void {
			if (last !== null) last = { ...last, keys: null };
		},
		async tick(client: Redis, secret: string, server: Server): Promise<void> {
			if (server.runId !== null && server.runId !== runId) {
				if (runId !== null) for (const seeker of seekers) seeker.restarted();
				runId = server.runId;
				last = null;
			}
			if (isOpen(server.keys)) {
				sweeping = start(client, secret, server.keys);
				// Nobody may be waiting when it fails; it is then begun again.
				sweeping.catch(() => undefined);
			}
			if (sweeping === null) return;
			isAwaited = true;
			const waitMs = last === null ? firstMs : patienceMs;
			await atMost(waitMs, sweeping).finally(() => {
				isAwaited = false;
			});
		},
		close: () =>
			ended.abort(new TroubleError(trouble("unreachable", "closed"))),
	};
}

/** Who looks for the same keys finds them in the same walk. */
function merged(passes: readonly Pass[]): readonly Pass[] {
	const alike = new Map<string, Pass[]>();
	for (const pass of passes) {
		const key = `${pass.type} ${pass.pattern}`;
		alike.set(key, [...(alike.get(key) ?? []), pass]);
	}
	return [...alike.values()].flatMap((all) => {
		const found = (name: string) => {
			for (const pass of all) pass.found(name);
		};
		return all.slice(0, 1).map((pass) => ({ ...pass, found }));
	});
}

/** Fails when the work fails in that time. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
	const enough = new AbortController();
	const late = pause(ms, undefined, { signal: enough.signal });
	try {
		await Promise.race([work, late.catch(() => undefined)]);
	} finally {
		enough.abort();
	}
}
