// Does a Tidemark run on this folder? Whoever runs holds a lock that the system takes away with the process, however that ends.
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isBusy } from "./connection.ts";

export type Claim = { release(): void };

/** Null where somebody else holds it. What it needs beside a lock is nothing: the file stays empty. */
export function claim(folder: string): Claim | null {
	const file = join(folder, "running");
	closeSync(openSync(file, "a", 0o600));
	const lock = new DatabaseSync(file, { timeout: 0 });
	try {
		lock.exec("BEGIN EXCLUSIVE");
		return { release: () => lock.close() };
	} catch (error) {
		lock.close();
		if (isBusy(error)) return null;
		throw error;
	}
}
