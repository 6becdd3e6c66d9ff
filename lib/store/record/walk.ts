// Is every line of the record as it was written, and does it end where it did? The first that is wrong is named.
import type { RecordFault, Verified } from "../record-port.ts";
import { hashOf, isSame, noHash } from "./chain.ts";
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
	for (const { n, line, hash } of lines) {
		if (n > last.n + 1) return broken("line missing", last.n + 1);
		if (n <= last.n || !isSame(hash, hashOf(key, last.hash, n, line)))
			return n === 1 && head === "wrong"
				? broken("key wrong")
				: broken("line changed", n);
		before = last;
		last = { n, hash };
	}
	if (typeof head === "string") return broken(`head ${head}`);
	if (head.n > last.n) return broken("end missing", last.n + 1);
	const whole = { isWhole: true, lines: last.n, hash: last.hash } as const;
	if (isAt(head, last)) return { ...whole, isHeadBehind: false };
	if (isAt(head, before)) return { ...whole, isHeadBehind: true };
	return broken("head old");
}

const isAt = (head: Head, line: Head): boolean =>
	head.n === line.n && isSame(head.hash, line.hash);

const broken = (fault: RecordFault, line: number | null = null): Verified => ({
	isWhole: false,
	fault,
	line,
});
