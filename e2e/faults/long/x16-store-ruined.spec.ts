// X16: the store is ruined, closed or of another time. Is it said in a sentence that helps, and does a backup bring it back?
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "@playwright/test";
import { startRedis } from "#world/redis.ts";
import { inWorldApart } from "#world/small-disk.ts";
import { tidemark } from "../../product.ts";
import { inFolder, played } from "../scene.ts";
import { redisTruth } from "../truth.ts";

type Said = { readonly code: number; readonly text: string };

/** A command as an operator types it, in this folder. */
function typed(
	folder: string,
	words: readonly string[],
	under: readonly string[] = [],
): Promise<Said> {
	const [command = tidemark, ...before] = [...under, tidemark];
	const args = [...before, ...words, "--folder", join(folder, "store")];
	return new Promise((resolve) => {
		execFile(command, args, { cwd: folder }, (error, out, complaint) => {
			const code = typeof error?.code === "number" ? error.code : 0;
			resolve({ code, text: `${out}${complaint}` });
		});
	});
}

test("a backup made while it runs brings a ruined store back, and the record is whole; what was ruined is said at the start", async () => {
	test.setTimeout(240_000);
	await inFolder(async (folder) => {
		const redis = await startRedis({ folder: join(folder, "redis") });
		const truth = await redisTruth("jobs", redis);
		const brokers = { jobs: redis.address };
		const file = join(folder, "store", "tidemark.db");
		const place = join(folder, "store", "backups");
		try {
			await played({ folder, brokers, truths: [truth] }, async (scene) => {
				await scene.witness.until(({ rows }) => rows.length > 0, 60_000);
				const made = await typed(folder, ["backup"]);
				expect(made, made.text).toMatchObject({ code: 0 });
				const [name = ""] = readdirSync(place);
				const beside = await typed(folder, ["restore", join(place, name)]);
				expect(beside.code).toBe(1);
				expect(beside.text).toContain("A Tidemark runs on");
				expect(scene.witness.broken).toEqual([]);
			});
			const bytes = await readFile(file);
			await writeFile(file, bytes.fill(7, 4096 * 2));
			const refused = await typed(folder, ["start", "--listen", "127.0.0.1:1"]);
			expect(refused.code).toBe(1);
			const [name = ""] = readdirSync(place);
			expect(refused.text).toContain("is damaged");
			expect(refused.text).toContain(`tidemark restore ${join(place, name)}`);

			const restored = await typed(folder, ["restore", join(place, name)]);
			expect(restored.text).toContain("is again as it was at");
			expect(restored.code).toBe(0);
			const proved = await typed(folder, ["audit", "verify"]);
			expect(proved.text).toContain("The record is whole");
			await played({ folder, brokers, truths: [truth] }, async (scene) => {
				await truth.end();
				await scene.witness.until(
					({ rows }) =>
						rows.some(({ lag, stale }) => !stale && lag?.n === truth.lag()),
					60_000,
				);
				expect(scene.witness.broken).toEqual([]);
			});
		} finally {
			await truth.end();
			await redis.stop();
		}
	});
});

test("a store on a disk that may only be read, and one of a newer Tidemark, are refused in a sentence and stay as they are", async () => {
	await inFolder(async (folder) => {
		const store = join(folder, "store");
		expect((await typed(folder, ["link"])).code).toBe(0);
		const file = new DatabaseSync(join(store, "tidemark.db"));
		const readOnly = await inWorldApart(
			'mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"',
			store,
		);
		const closed = await typed(folder, ["audit", "verify"], readOnly);
		expect(closed.code).toBe(1);
		expect(closed.text).toContain("cannot be written");
		file.exec("PRAGMA user_version = 99");
		const newer = await typed(folder, ["audit", "verify"]);
		expect(newer.code).toBe(1);
		expect(newer.text).toContain("newer Tidemark");
		expect(file.prepare("PRAGMA user_version").get()).toEqual(
			expect.objectContaining({ user_version: 99 }),
		);
		file.close();
	});
});
