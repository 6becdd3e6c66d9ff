// X15: another program holds the store, or its disk is slow. Does the web go on answering, is no broker blamed, and is nothing lost?
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as after } from "node:timers/promises";
import { startRedis } from "#world/redis.ts";
import { expect, test } from "../../stage.ts";
import type { Visitor } from "../../visitor.ts";
import { inFolder, played } from "../scene.ts";
import { sized } from "../size.ts";
import { redisTruth, type Truth } from "../truth.ts";
import type { Witness } from "../witness.ts";

/** As ever: by how long they took while nothing was wrong. */
const answerMaxMs = (quietMs: number) => Math.max(1_000, 5 * quietMs);

/** How long the slowest but one in twenty took. */
async function slowOf(visitor: Visitor, forMs: number): Promise<number> {
	const tookMs: number[] = [];
	const end = performance.now() + forMs;
	while (performance.now() < end) {
		const startMs = performance.now();
		await visitor.board();
		tookMs.push(performance.now() - startMs);
		await after(30);
	}
	tookMs.sort((a, b) => a - b);
	return tookMs[Math.floor(tookMs.length * 0.95)] ?? Number.NaN;
}

async function allIsThere(witness: Witness, truth: Truth): Promise<void> {
	await truth.end();
	await witness.until(
		({ rows, collector }) =>
			collector.freshness === "fresh" &&
			rows.some(
				({ channel, lag, stale }) =>
					channel === truth.channel && lag?.n === truth.lag() && !stale,
			),
		60_000,
	);
	expect(witness.broken).toEqual([]);
	expect(witness.compared).toBeGreaterThan(0);
}

test("while another process holds the store pages are answered as ever, values grow old in the open, and all is there afterwards", async () => {
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const truth = await redisTruth("jobs", redis);
		const brokers = { jobs: redis.address };
		try {
			await played(
				{ folder, brokers, truths: [truth] },
				async ({ product, visitor, witness }) => {
					await witness.until(({ rows }) => rows.length > 0, 30_000);
					const quietMs = await slowOf(visitor, 3_000);
					const other = new DatabaseSync(join(folder, "store", "tidemark.db"), {
						timeout: 10_000,
					});
					other.exec("BEGIN IMMEDIATE");
					const [row] = (await visitor.board()).rows;
					const look = visitor.post<{ id: string }>("/api/errands", {
						...{ verb: "look", subscription: row?.id, part: "members" },
					});
					look.catch(() => undefined);
					const heldMs = await slowOf(visitor, sized(4_000, 10_000));
					const late = await visitor.board();
					expect(late.collector.freshness).not.toBe("fresh");
					other.exec("ROLLBACK");
					other.close();
					// What was asked meanwhile was written down once there was a turn, or refused in words.
					if (sized(4_000, 10_000) < 5_000)
						expect((await look).id).toEqual(expect.any(String));
					else await expect(look).rejects.toThrow("store busy");
					await allIsThere(witness, truth);
					// The engine's own wait would have made it seconds.
					expect(heldMs).toBeLessThan(answerMaxMs(quietMs));
					// Who answered while nobody could write it down is not to blame.
					expect(product.output()).not.toContain("does not answer in time");
				},
			);
		} finally {
			await truth.end();
			await redis.stop();
		}
	});
});

/** Ends only when it is told to. */
function keepBusy(file: string): { end(): Promise<void> } {
	const busy = spawn(
		"sh",
		[
			"-c",
			'while :; do dd if=/dev/zero of="$1" bs=64k count=200 oflag=dsync conv=notrunc; done',
			...["", file],
		],
		{ stdio: "ignore", detached: true },
	);
	return {
		async end() {
			const ended = once(busy, "exit");
			if (busy.pid) process.kill(-busy.pid, "SIGKILL");
			await ended;
		},
	};
}

test("on a disk that others keep busy pages are answered as ever, ticks go on, however late, and no broker is blamed", async () => {
	await inFolder(async (folder) => {
		// It has nothing to do with that disk.
		const settings = ["--appendonly", "no"];
		const redis = await startRedis({ folder: join(folder, "redis"), settings });
		const truth = await redisTruth("jobs", redis);
		const brokers = { jobs: redis.address };
		try {
			await played(
				{ folder, brokers, truths: [truth] },
				async ({ product, visitor, witness }) => {
					await witness.until(({ rows }) => rows.length > 0, 30_000);
					const quietMs = await slowOf(visitor, 3_000);
					const busy = keepBusy(join(folder, "busy"));
					try {
						const busyMs = await slowOf(visitor, sized(3_000, 60_000));
						await allIsThere(witness, truth);
						expect(busyMs).toBeLessThan(answerMaxMs(quietMs));
						expect(product.output()).not.toContain("does not answer in time");
					} finally {
						await busy.end();
					}
				},
			);
		} finally {
			await truth.end();
			await redis.stop();
		}
	});
});
