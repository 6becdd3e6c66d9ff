// Can anybody but its owner reach the store? Whoever writes an errand commands the collector, so nobody else may.
import { chmod, mkdir, open, readdir, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { StoreRefusal } from "../refusal.ts";

export async function keepPrivate(file: string): Promise<void> {
	const folder = dirname(file);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await refuseForeign(folder);
	await closeToOthers(folder, basename(file));
	// Made before the engine opens it, which gives the files beside it the same mode.
	await (await open(file, "a", 0o600)).close();
	await refuseForeign(file);
	await chmod(file, 0o600);
}

export async function refuseForeign(path: string): Promise<void> {
	const me = process.getuid?.();
	if (me === undefined || (await stat(path)).uid === me) return;
	throw new StoreRefusal(
		`${path} belongs to another user: start Tidemark as that user, or name another folder.`,
	);
}

/** A folder with other things in it may be shared on purpose, so its mode is not ours to change. */
async function closeToOthers(folder: string, name: string): Promise<void> {
	const mode = (await stat(folder)).mode & 0o777;
	if (process.platform === "win32" || (mode & 0o077) === 0) return;
	const inside = await readdir(folder);
	if (inside.length > 0 && !inside.includes(name))
		throw new StoreRefusal(
			`${folder} is open to other users and holds other files: close it with "chmod 700", or name a folder of its own.`,
		);
	await chmod(folder, 0o700);
}
