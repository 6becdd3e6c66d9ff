// Why can the engine not use this file? In one sentence, with what to do: nothing was changed where one of these is said.
import { dirname } from "node:path";
import { StoreFull } from "../full.ts";
import { StoreRefusal } from "../refusal.ts";
import { StoreDamaged } from "../unusable.ts";
import { backupsAt, backupsIn } from "./backup/backups.ts";
import { isFull } from "./connection.ts";

/** The low byte is the class of an error of the engine; the rest says which kind of it. */
const classes = {
	...{ readOnly: 8, failed: 10, corrupt: 11 },
	...{ cannotOpen: 14, denied: 3, notDatabase: 26 },
};
/** The file ends before it should. */
const shortRead = 522;

const denied = ["EACCES", "EPERM", "EROFS"];
const noRoom = ["ENOSPC", "EDQUOT", "EFBIG"];
const wrongKind = ["EISDIR", "ENOTDIR", "EEXIST"];

/** Null for what has no words here: that is a bug, or somebody who waits. */
export function refusalOf(error: unknown, file: string): StoreRefusal | null {
	if (error instanceof StoreRefusal) return error;
	const sentence = sentenceOf(error, file);
	return sentence === null ? null : new StoreRefusal(sentence);
}

function sentenceOf(error: unknown, file: string): string | null {
	if (!(error instanceof Error)) return null;
	const folder = dirname(file);
	if (error instanceof StoreFull) return full(folder);
	if (error instanceof StoreDamaged && error.errcode !== classes.notDatabase)
		return damaged(file);
	if ("errcode" in error && typeof error.errcode === "number") {
		if (error.errcode === shortRead) return damaged(file);
		if (isFull(error)) return full(folder);
		switch (error.errcode & 0xff) {
			case classes.corrupt:
				return damaged(file);
			case classes.notDatabase:
				return notStore(file);
			case classes.readOnly:
			case classes.cannotOpen:
			case classes.denied:
				return closed(file);
			case classes.failed:
				return `The disk of ${folder} fails (error ${error.errcode} of the engine): what this machine's own log says of it comes first; nothing was changed.`;
			default:
				return null;
		}
	}
	const code = "code" in error ? String(error.code) : "";
	if (denied.includes(code)) return closed(file);
	if (noRoom.includes(code)) return full(folder);
	return wrongKind.includes(code) ? misplaced(file) : null;
}

export const misplaced = (file: string): string =>
	`${file} cannot be the store: there, or on the way there, lies a folder where a file should be, or the other way round. Move it away, or name another folder with --folder.`;

export const damaged = (file: string, found = ""): string =>
	`${file} is damaged${found === "" ? "" : ` (${found})`}, and nothing more is written into it: ${adviceFor(dirname(file))}`;

export const notStore = (file: string): string =>
	`${file} is not a store of Tidemark, or its beginning was overwritten: name another folder with --folder; or, where it was a store, ${adviceFor(dirname(file))}`;

export const lost = (file: string): string =>
	`${file} is empty or gone, though record.key beside it says that there was a store: ${adviceFor(dirname(file))}`;

const full = (folder: string): string =>
	`There is no room on the disk of ${folder}: free some, or name a folder on another disk with --folder. What is there is whole.`;

const closed = (file: string): string =>
	`${file} cannot be written: its folder, its disk or the files beside it are closed to this user, or read-only. Open them to this user alone, or name another folder with --folder.`;

/** The newest backup is named, where one lies in the usual place. */
export function adviceFor(folder: string): string {
	const [newest] = backupsAt(backupsIn(folder));
	return newest === undefined
		? `bring a backup back with "tidemark restore <file>" (none lies in ${backupsIn(folder)}). Where there is none, move ${folder} away, and keep it: Tidemark begins anew, and the record in it may still be read.`
		: `bring the newest backup back with "tidemark restore ${newest}".`;
}
