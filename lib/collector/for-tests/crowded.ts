// Who writes the board and history on a disk that fills up? A process of its own, whose files a test keeps from growing.
import { setTimeout as after } from "node:timers/promises";
import {
	historyStartMs,
	sampleOf,
	tickOf,
} from "#lib/store/contract-history-scene.ts";
import { factOf } from "#lib/store/contract-rows.ts";
import { openStore } from "#lib/store/open.ts";
import { owing } from "../owing.ts";
import { freeBytes, watchRoom } from "../room.ts";

const [folder = ""] = process.argv.slice(2);
const log = { info() {}, warn() {}, error() {} };
const store = await openStore(folder);
const room = await watchRoom({
	...{ floorBytes: 0, log, everyMs: 10 },
	free: () => freeBytes(folder),
});
const write = owing(room.keeping((tick) => store.board.write(tick)));

for (let tick = 0; ; tick++) {
	const samples = Array.from({ length: 200 }, (_, i) =>
		sampleOf(`c${i}`, { lag: tick, arrived: tick * 7_919 * (i + 1) }),
	);
	const broker = factOf({ subscriptions: tick });
	const history = [tickOf(historyStartMs + tick * 5_000, samples)];
	// What the store could not take is owed, and written with the next.
	await write({ broker, rows: [], gone: [], history }).catch(() => undefined);
	process.stdout.write(`${room.fact()}\n`);
	await after(1);
}
