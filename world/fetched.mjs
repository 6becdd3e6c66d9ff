// How does something that is fetched appear whole or not at all, though two runs fetch it at once? Plain JavaScript for any Node from 20.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * `fill` fills a folder beside it, which then takes its name; the run that is second finds it there and lets its own go.
 * @type {(folder: string, fill: (part: string) => Promise<void>) => Promise<void>}
 */
export async function fetchWhole(folder, fill) {
	if (existsSync(folder)) return;
	const around = dirname(folder);
	await mkdir(around, { recursive: true });
	await removeAbandoned(around);
	const part = join(
		around,
		`part-${process.pid}-${randomBytes(4).toString("hex")}`,
	);
	try {
		await mkdir(part);
		await fill(part);
		await rename(part, folder).catch((error) => {
			if (!existsSync(folder)) throw error;
		});
	} finally {
		await rm(part, { recursive: true, force: true });
	}
}

/** @param {string} folder */
async function removeAbandoned(folder) {
	for (const name of await readdir(folder)) {
		const pid = /^part-(\d+)(?:-|$)/.exec(name)?.[1];
		if (pid !== undefined && !isAlive(Number(pid)))
			await rm(join(folder, name), { recursive: true, force: true });
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
