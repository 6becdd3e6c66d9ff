// Is every line of the record as it was written, and does it end where it did? The first that is wrong is named.
import type { RecordFault, Verified } from "../record-port.ts";
import { hashOf, isSame, noHash } from "./chain.ts";
import { accepts, digestLine, newDigest } from "./digest.ts";
import type { Head } from "./seal.ts";

/** As it lies in the store: bytes, because two different ones may read as the same text. */
export type StoredLine = {
	readonly n: number;
	readonly line: Uint8Array;
	readonly hash: string;
};

export type Walked = {
	readonly key: Uint8Array | "missing" | "wrong";
	readonly head: Head | "missing" | "wrong";
	/** In the order of their numbers, up to the last that was there when the head was read. */
	readonly lines: Iterable<StoredLine>;
};

export function walk({ key, head, lines }: Walked): Verified {
	if (typeof key === "string") return broken(`key ${key}`);
	let last: Head = { n: 0, hash: noHash };
	let before = last;
	let fault: Verified | null = null;
	let accepted: number | null = null;
	const digest = newDigest();
	for (const stored of lines) {
		const { n, line, hash } = stored;
		const isSealed =
			n > last.n && isSame(hash, hashOf(key, last.hash, n, line));
		if (isSealed && accepts(line, digest)) {
			fault = null;
			accepted = n;
		} else fault ??= faultAt(n, isSealed, last.n, head);
		digestLine(digest, stored);
		before = last;
		last = { n, hash };
	}
	if (fault !== null) return fault;
	if (typeof head === "string") return broken(`head ${head}`);
	if (head.n > last.n) return broken("end missing", last.n + 1);
	const whole = {
		...({ isWhole: true, lines: last.n, hash: last.hash, accepted } as const),
	};
	if (isAt(head, last)) return { ...whole, isHeadBehind: false };
	if (isAt(head, before)) return { ...whole, isHeadBehind: true };
	return broken("head old");
}

function faultAt(
	n: number,
	isSealed: boolean,
	lastN: number,
	head: Walked["head"],
): Verified | null {
	if (n > lastN + 1) return broken("line missing", lastN + 1);
	if (isSealed) return null;
	return n === 1 && head === "wrong"
		? broken("key wrong")
		: broken("line changed", n);
}

const isAt = (head: Head, line: Head): boolean =>
	head.n === line.n && isSame(head.hash, line.hash);

const broken = (fault: RecordFault, line: number | null = null): Verified => ({
	isWhole: false,
	fault,
	line,
});
