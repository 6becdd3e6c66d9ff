// Which backups lie here, by the names that say when each was made, the newest first; and what did one leave that was broken off?
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export const backupsIn = (folder: string): string => join(folder, "backups");

const pattern = /^tidemark-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.backup$/;

export const nameAt = (nowMs: number): string =>
	`tidemark-${new Date(nowMs).toISOString().slice(0, 19).replaceAll(":", "-")}Z.backup`;

/** A folder that is not there, or that nobody may read, holds none. */
export function backupsAt(place: string): readonly string[] {
	try {
		const names = readdirSync(place).filter((name) => pattern.test(name));
		return names
			.sort()
			.reverse()
			.map((name) => join(place, name));
	} catch {
		return [];
	}
}

/** While a backup is made it bears the name of its process behind its own. */
export const partOf = (to: string): string => `${to}.${process.pid}.part`;

const partPattern =
	/^tidemark-[\dTZ-]+\.backup\.(\d+)\.part(?:-journal|-wal|-shm)?$/;
/** Where several machines share a place, a process of another one is not known here; none takes as long. */
const brokenOffMs = 60 * 60_000;

/** What killed backups left half there, and nothing of one that is still being made. */
export function brokenOffAt(place: string, nowMs: number): readonly string[] {
	return readdirSync(place)
		.filter((name) => partPattern.test(name))
		.map((name) => join(place, name))
		.filter((file) => nowMs - changedMs(file) > brokenOffMs);
}

const changedMs = (file: string): number =>
	statSync(file, { throwIfNoEntry: false })?.mtimeMs ??
	Number.POSITIVE_INFINITY;
