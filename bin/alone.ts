// Is somebody else doing this right now? One process at a time works behind a lock file; one that died holds nothing.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";

const askAgainMs = 200;

export async function alone<T>(
	lockFile: string,
	work: () => Promise<T>,
): Promise<T> {
	while (!taken(lockFile)) await after(askAgainMs);
	const release = () => rmSync(lockFile, { force: true });
	process.once("exit", release);
	try {
		return await work();
	} finally {
		release();
		process.removeListener("exit", release);
	}
}

function taken(lockFile: string): boolean {
	try {
		writeFileSync(lockFile, String(process.pid), { flag: "wx" });
		return true;
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
		if (error.code !== "EEXIST") throw error;
	}
	if (!lives(holderOf(lockFile))) rmSync(lockFile, { force: true });
	return false;
}

function holderOf(lockFile: string): number {
	try {
		return Number(readFileSync(lockFile, "utf8"));
	} catch {
		return Number.NaN;
	}
}

/** A file just made may still be empty: its maker is then taken to live. */
function lives(pid: number): boolean {
	if (!Number.isInteger(pid) || pid < 1) return true;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
