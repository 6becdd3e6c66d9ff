// How large and how heavy is a month? Some subscriptions read every five seconds, thinned as time passes, beside plain rows of them.
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { usualKeep as keep } from "#lib/config/keep.ts";
import { openStore } from "#lib/store/open.ts";
import { connect } from "#lib/store/sqlite/connection.ts";
import {
	coursesOf,
	everyMs,
	sampleOf,
	startMs,
	step,
} from "./history-course.ts";
import { brokerOf } from "./history-file.ts";
import { plainTable } from "./history-plain.ts";

export const days = 30;
const dayMs = 24 * 3_600_000;
export const endMs = startMs + days * dayMs;
const count = 20;
/** So many of them as plain rows too, the busy ones among them. */
export const plainOnes = [6, 7, 8, 9] as const;
const together = 60;
const shard = 64;
const resting = 4;

/** As ARCHITECTURE.md tells it: so many bytes for each that changes and each reading, minute, ten minutes and hour; the file as a whole. */
const each = { reading: 3, minute: 10, tenMinutes: 14, hour: 14 };
const inFile = 2.3;

export function predictedBytes(): number {
	const changing = Array.from({ length: count }, (_, n) => n % 10).filter(
		(kind) => kind >= resting,
	).length;
	const readings = Math.min(keep.ticksMs, endMs - startMs) / everyMs;
	const cells = (keptMs: number, minutes: number) =>
		Math.min(keptMs, endMs - startMs) / (minutes * 60_000);
	const one =
		each.reading * readings +
		each.minute * cells(keep.minutesMs, 1) +
		each.tenMinutes * cells(keep.tenMinutesMs, 10) +
		each.hour * cells(keep.hoursMs, 60);
	return changing * one * inFile;
}
const stored = 10_000;

export async function measureMonth(folder: string) {
	const store = await openStore(folder);
	const plain = await plainTable(join(folder, "plain.db"));
	const courses = coursesOf(count);
	const broker = brokerOf("month", count, everyMs);
	const heap: number[] = [];
	const last = (endMs - startMs) / everyMs;
	for (let from = 0; from < last; from += together) {
		const history = Array.from({ length: together }, (_, i) => {
			const atMs = startMs + (from + i) * everyMs;
			for (const [n, course] of courses.entries()) step(course, n, from + i);
			const samples = courses.map((it) => sampleOf(it, "month", atMs));
			return {
				broker: "month",
				everyMs,
				atMs,
				heard: true,
				samples,
				silent: [],
			};
		});
		await store.board.write({ broker, rows: [], gone: [], history });
		plain.write(
			history.map(({ atMs, samples }) => ({
				atMs,
				samples: plainOnes.flatMap((n) => samples[n] ?? []),
			})),
		);
		const nowMs = startMs + (from + together) * everyMs;
		while (await store.history.thin(nowMs, keep));
		if (nowMs % dayMs === 0) heap.push(heldNow());
	}
	await store.close();
	return { store: join(folder, "tidemark.db"), plain, heap, count };
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What is left once nothing that is not needed stays, in MB. */
function heldNow(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed / 1024 ** 2;
}

/** Bytes of chunks for each subscription and resolution, as they lie in the file. */
export async function bytesByTier(file: string) {
	const connection = await connect(file);
	const sql = `SELECT tier, sum(length(code) + 12) AS bytes, count(*) AS chunks
		FROM past_chunk WHERE series < ? GROUP BY tier`;
	const found = connection.all(sql, shard);
	connection.close();
	return found.map(({ tier, bytes, chunks }) => ({
		tier: Number(tier),
		bytes: Number(bytes) / count,
		chunks: Number(chunks) / count,
	}));
}

/** The same month for ten thousand: each a copy of one of those, under a number and a name of its own. */
export async function copyMonth(file: string): Promise<void> {
	const connection = await connect(file);
	const columns = "minutes_until, tens_until, hours_until";
	for (let copy = 1; copy < stored / count; copy++)
		connection.writing(() => {
			connection.run(
				`INSERT INTO past_series (n, id, broker, kind, channel, reader, sought, first_ms, ${columns})
				SELECT n + ?1, id || ?1, broker, kind, channel || ?1, reader, sought || ?1, first_ms, ${columns}
				FROM past_series WHERE n < ?2`,
				...[copy * shard, shard],
			);
			connection.run(
				"INSERT INTO past_chunk SELECT series + ?1, tier, from_ms, code FROM past_chunk WHERE series < ?2",
				...[copy * shard, shard],
			);
		});
	connection.close();
}
