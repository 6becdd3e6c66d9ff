// What lay in the record when somebody accepted it as it was? One hash over all of it, so that from then on nothing of that changes unseen.
import { createHash, type Hash } from "node:crypto";
import type { StoredLine } from "./walk.ts";

export const newDigest = (): Hash => createHash("sha256");

/** Its length stands before each line, so no two records are the same bytes. */
export function digestLine(digest: Hash, { n, line, hash }: StoredLine): void {
	digest.update(`${n} ${line.length} ${hash.length}\n${hash}`).update(line);
}

/** Does this line, which is sealed, accept exactly what lies before it? */
export function accepts(line: Uint8Array, before: Hash): boolean {
	const text = Buffer.from(line).toString();
	// As `canonical` writes it; within a text the quotes would be escaped.
	if (!text.includes('"event":"accepted"')) return false;
	const { told }: { told?: { before?: { digest?: unknown } } } =
		JSON.parse(text);
	return told?.before?.digest === digestSoFar(before);
}

/** So far; more may follow. */
export const digestSoFar = (digest: Hash): string =>
	digest.copy().digest("hex");
