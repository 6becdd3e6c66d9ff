// Is there room for history? It is the first to stop when the disk fills, and begins again by itself.
import { statfs } from "node:fs/promises";
import { setTimeout as after } from "node:timers/promises";
import type { HistoryFact } from "#lib/core/history.ts";
import { StoreFull } from "#lib/store/full.ts";
import type { TickWrite } from "#lib/store/store.ts";
import type { Log } from "./log.ts";
import { traceOf } from "./trace-of.ts";

export type Room = {
	/** As it stands, for whoever looks at the board. */
	fact(): HistoryFact;
	/** Writes a tick whole, or without its history where there is no room for that. */
	keeping(
		write: (tick: TickWrite) => Promise<void>,
	): (tick: TickWrite) => Promise<void>;
	stop(): void;
};

export type RoomParts = {
	readonly floorBytes: number;
	readonly log: Log;
	/** Bytes that history may still take. */
	free(): Promise<number>;
	readonly everyMs?: number;
};

/** Begins again a little above the floor, so that it does not start and stop with every file. */
const riseAgain = 1.1;
/** A store that was full whatever the system said of the disk is tried again after so many looks: a minute. */
const fullFor = 12;

export async function watchRoom(parts: RoomParts): Promise<Room> {
	const { floorBytes, log } = parts;
	const everyMs = parts.everyMs ?? 5_000;
	const ended = new AbortController();
	let fact: HistoryFact = "kept";
	let fullMs = Number.NEGATIVE_INFINITY;

	function become(next: HistoryFact): void {
		if (next === fact) return;
		fact = next;
		if (next === "kept") log.info({}, "history is kept again");
		else log.warn({ floorBytes }, "no room: history stops, the board goes on");
	}

	async function look(): Promise<void> {
		try {
			const bytes = await parts.free();
			if (bytes < floorBytes) become("no room");
			else if (bytes >= floorBytes * riseAgain && !wasFull()) become("kept");
		} catch (error) {
			log.error({ error: traceOf(error) }, "free space not known");
		}
	}

	const wasFull = () => performance.now() - fullMs < fullFor * everyMs;
	const pause = () => after(everyMs, undefined, { signal: ended.signal });
	await look();
	void (async () => {
		while (!ended.signal.aborted) {
			await pause().catch(() => undefined);
			if (!ended.signal.aborted) await look();
		}
	})();

	return {
		fact: () => fact,
		keeping: (write) => async (tick) => {
			if (fact === "no room") return write(withoutHistory(tick));
			try {
				await write(tick);
			} catch (error) {
				if (!(error instanceof StoreFull)) throw error;
				fullMs = performance.now();
				become("no room");
				await write(withoutHistory(tick));
			}
		},
		stop: () => ended.abort(),
	};
}

function withoutHistory({ history: _, ...rest }: TickWrite): TickWrite {
	return rest;
}

/** Bytes anybody may still write there. */
export async function freeBytes(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}
