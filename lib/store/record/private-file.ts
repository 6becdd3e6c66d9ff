// How is a small file written so that it is there as a whole or not at all, even when the power goes?
import {
	closeSync,
	fsyncSync,
	openSync,
	readFileSync,
	renameSync,
	writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { StoreFull } from "../full.ts";

const full = 13;
const noRoom = ["ENOSPC", "EDQUOT", "EFBIG"];

/** Nobody but its owner may read it. */
export function putFile(file: string, text: string): void {
	writeBeside(file, text);
	renameSync(besideOf(file), file);
	sync(dirname(file), "r");
}

/** Written under another name, so that the room for it is there. */
export function writeBeside(file: string, text: string): void {
	try {
		const opened = openSync(besideOf(file), "w", 0o600);
		try {
			writeSync(opened, text);
			fsyncSync(opened);
		} finally {
			closeSync(opened);
		}
	} catch (error) {
		throw noRoom.includes(codeOf(error)) ? new StoreFull(full) : error;
	}
}

export function textIn(file: string): string | null {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		if (codeOf(error) === "ENOENT") return null;
		throw error;
	}
}

const besideOf = (file: string) => `${file}.next`;

const codeOf = (error: unknown): string =>
	error instanceof Error && "code" in error ? String(error.code) : "";

function sync(path: string, flags: string): void {
	const opened = openSync(path, flags);
	try {
		fsyncSync(opened);
	} finally {
		closeSync(opened);
	}
}
