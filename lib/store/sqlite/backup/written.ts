// How is a store copied while others write? Of one moment, closed to other users, looked through, and there as a whole or not at all.
import {
	chmodSync,
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	rmSync,
	statfsSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Backup } from "../../backup-port.ts";
import { sealTexts } from "../../record/seal.ts";
import { StoreRefusal } from "../../refusal.ts";
import { refusalOf } from "../refused.ts";
import { bytesOf, refuseLost } from "../sound.ts";
import { brokenOffAt, partOf } from "./backups.ts";
import { looked } from "./looked.ts";
import { within } from "./plain.ts";
import { putSeal } from "./sealed.ts";

/** Throws a StoreRefusal where none can be made: then nothing was written over, and nothing lies half there. */
export function writeBackup(folder: string, to: string, nowMs: number): Backup {
	const file = join(folder, "tidemark.db");
	refuseLost(file);
	if (!existsSync(file))
		throw new StoreRefusal(
			`There is no store in ${folder}: name it by --folder.`,
		);
	const part = partOf(to);
	try {
		mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
		for (const file of brokenOffAt(dirname(to), nowMs)) rmSync(file);
		refuseTaken(to);
		refuseCrowded(file, dirname(to));
		closeSync(openSync(part, "wx", 0o600));
		const texts = sealTexts(folder);
		copy(file, part);
		within(part, { as: "own" }, (it) => putSeal(it, texts, nowMs));
		const backup = looked(part);
		settle(part, to);
		return { ...backup, file: to };
	} finally {
		for (const end of ["", "-journal", "-wal", "-shm"])
			rmSync(`${part}${end}`, { force: true });
	}
}

/**
 * One statement: all of one moment, no writer waits, and nothing that was deleted comes along. Steps of `backup()` begin
 * anew with every write of others and so never end beside a collector: measured.
 */
function copy(file: string, part: string): void {
	try {
		within(file, { as: "shared" }, (store) => store.run("VACUUM INTO ?", part));
	} catch (error) {
		throw refusalIn(error, file, part);
	}
}

/** What is read or what is written may be at fault; the engine says only which kind of fault it is. */
function refusalIn(error: unknown, file: string, part: string): unknown {
	const ofCopy = refusalOf(error, part);
	const ofStore = refusalOf(error, file);
	return /damaged|not a store/.test(ofStore?.message ?? "")
		? ofStore
		: (ofCopy ?? error);
}

function refuseTaken(to: string): void {
	if (existsSync(to))
		throw new StoreRefusal(
			`${to} is there already, and nothing is written over: name another file.`,
		);
}

/** Said before the disk of a Tidemark that runs is filled. */
function refuseCrowded(file: string, place: string): void {
	const needed = bytesOf(file) + bytesOf(`${file}-wal`);
	const { bavail, bsize } = statfsSync(place);
	if (bavail * bsize < needed)
		throw new StoreRefusal(
			`There is no room in ${place} for a backup of up to ${megabytes(needed)}, only ${megabytes(bavail * bsize)}: free some, or name another place by --to.`,
		);
}

export const megabytes = (bytes: number): string =>
	`${Math.max(1, Math.round(bytes / 1e6)).toLocaleString("en")} MB`;

/** Under its own name only once all of it lies on the disk, and never in place of another. */
function settle(part: string, to: string): void {
	chmodSync(part, 0o600);
	sync(part);
	refuseTaken(to);
	linkSync(part, to);
	rmSync(part);
	sync(dirname(to));
}

export function sync(path: string): void {
	const opened = openSync(path, "r");
	try {
		fsyncSync(opened);
	} finally {
		closeSync(opened);
	}
}
