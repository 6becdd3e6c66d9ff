// Which backups lie here? By the names that say when each was made, the newest first.
import { readdirSync } from "node:fs";
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
