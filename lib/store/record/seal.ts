// What lies beside the record? The key it is written with, and a head that says where it ends.
import { randomBytes } from "node:crypto";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { isSame, noHash, sealOf } from "./chain.ts";
import { putFile, textIn, writeBeside } from "./private-file.ts";

export type Head = { readonly n: number; readonly hash: string };

const keyFile = (folder: string) => join(folder, "record.key");
const headFile = (folder: string) => join(folder, "record.head");

const keyPattern = /^([0-9a-f]{64})\n$/;
const headPattern = /^(0|[1-9]\d{0,14}) ([0-9a-f]{64}) ([0-9a-f]{64})\n$/;

export function keyIn(folder: string): Uint8Array | "missing" | "wrong" {
	const text = textIn(keyFile(folder));
	if (text === null) return "missing";
	const hex = keyPattern.exec(text)?.[1];
	return hex === undefined ? "wrong" : Buffer.from(hex, "hex");
}

export function headIn(
	folder: string,
	key: Uint8Array,
): Head | "missing" | "wrong" {
	const text = textIn(headFile(folder));
	if (text === null) return "missing";
	const [, n, hash, seal] = headPattern.exec(text) ?? [];
	if (n === undefined || hash === undefined || seal === undefined)
		return "wrong";
	const head = { n: Number(n), hash };
	return isSame(seal, sealOf(key, head.n, hash)) ? head : "wrong";
}

/**
 * Only where there is nothing of a record yet, not even of one that was taken away. The head comes first: where that is
 * as far as it got, it is begun again.
 */
export function begin(folder: string): void {
	const isBegun =
		textIn(keyFile(folder)) !== null ||
		!(textIn(headFile(folder)) ?? "0 ").startsWith("0 ");
	if (isBegun) return;
	const key = randomBytes(32);
	putHead(folder, key, { n: 0, hash: noHash });
	putFile(keyFile(folder), `${key.toString("hex")}\n`);
}

/** Where no line can be proved any more; what lay there stays beside it. */
export function beginKeyAnew(folder: string, atMs: number): Uint8Array {
	const file = keyFile(folder);
	if (textIn(file) !== null) renameSync(file, `${file}.${atMs}`);
	const key = randomBytes(32);
	putFile(file, `${key.toString("hex")}\n`);
	return key;
}

/** Makes room for a head that is put once its line is there. */
export const announceHead = (
	folder: string,
	key: Uint8Array,
	head: Head,
): void => writeBeside(headFile(folder), written(key, head));

export const putHead = (folder: string, key: Uint8Array, head: Head): void =>
	putFile(headFile(folder), written(key, head));

const written = (key: Uint8Array, { n, hash }: Head): string =>
	`${n} ${hash} ${sealOf(key, n, hash)}\n`;
