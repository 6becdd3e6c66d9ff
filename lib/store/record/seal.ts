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

/** As they lie there, whatever they say; null where there is none. */
export type SealTexts = {
	readonly key: string | null;
	readonly head: string | null;
};

export const sealTexts = (folder: string): SealTexts => ({
	key: textIn(keyFile(folder)),
	head: textIn(headFile(folder)),
});

export function putSealTexts(folder: string, { key, head }: SealTexts): void {
	if (head !== null) putFile(headFile(folder), head);
	if (key !== null) putFile(keyFile(folder), key);
}

export const keyIn = (folder: string): Uint8Array | "missing" | "wrong" =>
	keyFrom(textIn(keyFile(folder)));

export function keyFrom(text: string | null): Uint8Array | "missing" | "wrong" {
	if (text === null) return "missing";
	const hex = keyPattern.exec(text)?.[1];
	return hex === undefined ? "wrong" : Buffer.from(hex, "hex");
}

export const headIn = (
	folder: string,
	key: Uint8Array,
): Head | "missing" | "wrong" => headFrom(textIn(headFile(folder)), key);

export function headFrom(
	text: string | null,
	key: Uint8Array,
): Head | "missing" | "wrong" {
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
): void => writeBeside(headFile(folder), headTextOf(key, head));

export const putHead = (folder: string, key: Uint8Array, head: Head): void =>
	putFile(headFile(folder), headTextOf(key, head));

export const headTextOf = (key: Uint8Array, { n, hash }: Head): string =>
	`${n} ${hash} ${sealOf(key, n, hash)}\n`;
