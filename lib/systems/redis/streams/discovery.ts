// Which streams do we know, and have we seen them all?
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { GoneFact } from "#lib/core/gone.ts";
import { trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Server } from "../connection/identity.ts";
import { isRefused } from "../connection/trouble-of.ts";
import type { StreamPast } from "./anew.ts";
import { familiesOf } from "./family.ts";
import { newMemory, type StreamMemory } from "./memory.ts";
import { streamKind } from "./readings.ts";
import { isDue, type Sweep, sweep } from "./sweep.ts";

const pacedMs = 20;
const leftMax = 1000;
/** A small server is swept within it, so that a new stream is in the very snapshot that noticed it. */
const patienceMs = 50;
const refusedForMs = 60_000;

/** `firstMs`: how much of the first tick may go into finding streams. */
export function openKnownStreams(firstMs: number) {
	const known = new Map<string, StreamMemory>();
	const ended = new AbortController();
	/** What was known of streams that went: one that comes back is not the same. */
	const left = new Map<string, StreamPast>();
	let gone: GoneFact[] = [];
	let families = new Map<string, string>();
	let familiesFor = "";
	let found = 0;
	let last: Sweep | null = null;
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
			last = await sweep(client, secret, keys, {
				found(name) {
					if (known.has(name)) return;
					known.set(name, newMemory(name, left.get(name)));
					left.delete(name);
					found++;
				},
				pauseMs: () => (isAwaited && last === null ? 0 : pacedMs),
				signal: ended.signal,
			});
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
		known,
		leave(
			{ name, lastMade, added, groups }: StreamMemory,
			isElsewhere: boolean,
		) {
			known.delete(name);
			// As many keys as before are now other keys.
			if (last !== null) last = { ...last, keys: null };
			const [oldest] = left.keys();
			if (left.size >= leftMax && oldest !== undefined) left.delete(oldest);
			left.set(name, { lastMade, added, isOtherRun: false });
			if (isElsewhere) return;
			const [why, channel, kind] = [
				"channel deleted",
				name,
				streamKind,
			] as const;
			for (const group of [...groups.keys(), null])
				gone.push({ kind, channel, group, why });
		},
		/** Since it was last asked. */
		takeGone(): GoneFact[] {
			const facts = gone;
			gone = [];
			return facts;
		},
		areAllKnown: () => last !== null,
		async discover(
			client: Redis,
			secret: string,
			server: Server,
		): Promise<void> {
			if (server.runId !== null && server.runId !== runId) {
				const isOtherRun = runId !== null;
				for (const [name, { lastMade, added }] of known)
					known.set(name, newMemory(name, { lastMade, added, isOtherRun }));
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
		/** Made again only when a stream came or went. */
		families() {
			const now = `${found} ${known.size}`;
			if (familiesFor !== now) families = familiesOf(known.keys());
			familiesFor = now;
			return families;
		},
		close: () =>
			ended.abort(new TroubleError(trouble("unreachable", "closed"))),
	};
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
