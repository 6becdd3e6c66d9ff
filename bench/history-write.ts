// What does it cost to write a tick down? Ten thousand subscriptions for some minutes, as history and as plain rows.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openStore } from "#lib/store/open.ts";
import { timed } from "./cost.ts";
import {
	coursesOf,
	everyMs,
	sampleOf,
	startMs,
	step,
} from "./history-course.ts";
import { brokerOf, sizeIn } from "./history-file.ts";
import { plainTable } from "./history-plain.ts";

const count = 10_000;
const ticks = 60;

/** In ms of processor time for each tick, and bytes on the disk for each reading. */
export async function measureWrites(folder: string) {
	await mkdir(folder);
	const store = await openStore(join(folder, "ours"));
	const plain = await plainTable(join(folder, "plain.db"));
	const broker = brokerOf("many", count, everyMs);
	const courses = coursesOf(count);
	const cost = { ours: 0, plain: 0 };
	for (let tick = 0; tick < ticks; tick++) {
		const atMs = startMs + tick * everyMs;
		for (const [n, course] of courses.entries()) step(course, n, tick);
		const samples = courses.map((it) => sampleOf(it, "many", atMs));
		const told = { broker: "many", everyMs, atMs, heard: true, samples };
		const history = [{ ...told, silent: [] }];
		const ours = await timed(() =>
			store.board.write({ broker, rows: [], gone: [], history }),
		);
		const rows = await timed(async () => plain.write([{ atMs, samples }]));
		// The first tick makes every series; that is no usual one.
		if (tick === 0) continue;
		cost.ours += (ours.cpuMs ?? 0) / (ticks - 1);
		cost.plain += (rows.cpuMs ?? 0) / (ticks - 1);
	}
	plain.close();
	await store.close();
	const readings = ticks * count;
	return {
		ours: {
			tickMs: cost.ours,
			bytes: (await sizeIn(join(folder, "ours", "tidemark.db"))) / readings,
		},
		plain: {
			tickMs: cost.plain,
			bytes: (await sizeIn(join(folder, "plain.db"))) / readings,
		},
	};
}
