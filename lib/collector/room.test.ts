// Does history stop before the disk is full, does the board go on, and does it begin again by itself?
import { expect, onTestFinished, test, vi } from "vitest";
import { sampleOf, tickOf } from "#lib/store/contract-history-scene.ts";
import { factOf } from "#lib/store/contract-rows.ts";
import { StoreFull } from "#lib/store/full.ts";
import type { TickWrite } from "#lib/store/store.ts";
import { StoreDamaged } from "#lib/store/unusable.ts";
import { freeBytes, watchRoom } from "./room.ts";

const floorBytes = 1_000;
const tick: TickWrite = {
	...{ broker: factOf(), rows: [], gone: [] },
	history: [tickOf(1, [sampleOf("a")])],
};

async function scene(freeBytes: number, refuses: (it: TickWrite) => boolean) {
	const disk = { freeBytes };
	const lines: string[] = [];
	const say = (_: object, text: string) => void lines.push(text);
	const room = await watchRoom({
		...{ floorBytes, everyMs: 5 },
		free: async () => disk.freeBytes,
		log: { info: say, warn: say, error: say },
	});
	onTestFinished(() => room.stop());
	const written: TickWrite[] = [];
	const write = room.keeping(async (it) => {
		if (refuses(it)) throw new StoreFull(13);
		written.push(it);
	});
	const kept = () => written.at(-1)?.history?.length ?? 0;
	return { room, disk, lines, write, written, kept };
}

test("below the floor the board is written without history, and with it again above", async () => {
	const { room, disk, lines, write, kept } = await scene(5_000, () => false);
	await write(tick);
	expect([room.fact(), kept()]).toEqual(["kept", 1]);
	disk.freeBytes = 999;
	await vi.waitFor(() => expect(room.fact()).toBe("no room"));
	await write(tick);
	expect(kept()).toBe(0);
	disk.freeBytes = 1_050;
	await vi.waitFor(() => expect(lines).toHaveLength(1));
	expect(room.fact()).toBe("no room");
	disk.freeBytes = 1_100;
	await vi.waitFor(() => expect(room.fact()).toBe("kept"));
	await write(tick);
	expect(kept()).toBe(1);
});

test("a store that is full all the same takes the board at least", async () => {
	const { room, write, written } = await scene(
		...([1_050, (it: TickWrite) => it.history !== undefined] as const),
	);
	await write(tick);
	expect(room.fact()).toBe("no room");
	expect(written).toEqual([{ broker: factOf(), rows: [], gone: [] }]);
});

test("a store that is damaged takes the board at least, is told once, and stays told", async () => {
	const { room, disk, lines, write, written } = await scene(
		...([5_000, () => false] as const),
	);
	room.met(new StoreDamaged(11));
	room.met(new StoreDamaged(11));
	await write(tick);
	expect(written).toEqual([{ broker: factOf(), rows: [], gone: [] }]);
	disk.freeBytes = 1;
	await new Promise((done) => setImmediate(done));
	expect(room.fact()).toBe("damaged");
	expect(lines.filter((it) => it.includes("tidemark restore"))).toHaveLength(1);
});

test("any other failure of the store is told as it is", async () => {
	const room = await watchRoom({
		...{ floorBytes: 0, everyMs: 5, free: () => freeBytes("/") },
		log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
	});
	onTestFinished(() => room.stop());
	const write = room.keeping(() => Promise.reject(new Error("locked")));
	await expect(write(tick)).rejects.toThrow("locked");
	expect(room.fact()).toBe("kept");
});
