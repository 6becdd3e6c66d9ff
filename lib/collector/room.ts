// Can history be written? It is the first to stop when the disk fills, and begins again by itself; not so in a store that is damaged.
import { statfs } from "node:fs/promises";
import { setTimeout as after } from "node:timers/promises";
import type { HistoryFact } from "#lib/core/history.ts";
import { StoreFull } from "#lib/store/full.ts";
import type { TickWrite } from "#lib/store/store.ts";
import { StoreDamaged } from "#lib/store/unusable.ts";
import type { Log } from "./log.ts";
import { traceOf } from "./trace-of.ts";

export type Room = {
	/** As it stands, for whoever looks at the board. */
	fact(): HistoryFact;
	/** Writes a tick whole, or without its history where there is no room for that. */
	keeping(
		write: (tick: TickWrite) => Promise<void>,
	): (tick: TickWrite) => Promise<void>;
	/** Somebody met this while they used the store. */
	met(error: unknown): void;
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
		if (next === fact || fact === "damaged") return;
		fact = next;
		if (next === "kept") log.info({}, "history is kept again");
		else if (next === "damaged") log.error({}, damaged);
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

	function met(error: unknown): void {
		if (error instanceof StoreDamaged) become("damaged");
		if (!(error instanceof StoreFull)) return;
		fullMs = performance.now();
		become("no room");
	}

	function toldTo(error: unknown): never {
		met(error);
		throw error;
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
			if (fact !== "kept") return write(withoutHistory(tick)).catch(toldTo);
			try {
				await write(tick);
			} catch (error) {
				met(error);
				if (!isOfHistory(error)) throw error;
				await write(withoutHistory(tick)).catch(toldTo);
			}
		},
		met,
		stop: () => ended.abort(),
	};
}

/** Without history there may be room, and pages that are whole. */
const isOfHistory = (error: unknown): boolean =>
	error instanceof StoreFull || error instanceof StoreDamaged;

const damaged =
	"the store is damaged: history stops, the rest goes on as far as it can; end Tidemark and bring a backup back with tidemark restore";

function withoutHistory({ history: _, ...rest }: TickWrite): TickWrite {
	return rest;
}

/** Bytes anybody may still write there. */
export async function freeBytes(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}
