// How does the record's seal travel in a backup? In a table of its own beside what it seals, so that one file is all there is to keep.
import { isSame, noHash } from "../../record/chain.ts";
import {
	headFrom,
	headTextOf,
	keyFrom,
	type SealTexts,
} from "../../record/seal.ts";
import { walk } from "../../record/walk.ts";
import type { Verified } from "../../record-port.ts";
import { number, text, textOrNull } from "../cells.ts";
import { linesUpTo } from "../record/stored-lines.ts";
import type { Plain } from "./plain.ts";

const table = `CREATE TABLE backup (
	only INTEGER PRIMARY KEY CHECK (only = 1), at_ms REAL NOT NULL, record_key TEXT, record_head TEXT
) STRICT`;

/** With the seal as it was read before the copy was made. */
export function putSeal(copy: Plain, texts: SealTexts, nowMs: number): void {
	copy.exec(table);
	const sql = "INSERT INTO backup VALUES (1, ?, ?, ?)";
	copy.run(sql, nowMs, texts.key, headOf(copy, texts));
}

/**
 * Lines were added between. The head follows them where the line it names is there as it says; where it is not, the head
 * stays as it was, so that a copy hides nothing that was taken away.
 */
function headOf(copy: Plain, texts: SealTexts): string | null {
	const key = keyFrom(texts.key);
	if (typeof key === "string") return texts.head;
	const head = headFrom(texts.head, key);
	if (typeof head === "string") return texts.head;
	const named = head.n === 0 ? noHash : hashAt(copy, head.n);
	const last = copy.one("SELECT n, hash FROM record ORDER BY n DESC LIMIT 1");
	return last === null || named === null || !isSame(named, head.hash)
		? texts.head
		: headTextOf(key, { n: number(last.n), hash: text(last.hash) });
}

const hashAt = (copy: Plain, n: number): string | null =>
	textOrNull(copy.one("SELECT hash FROM record WHERE n = ?", n)?.hash ?? null);

export type Seal = SealTexts & { readonly atMs: number };

/** Null where the file is no backup. */
export function sealIn(copy: Plain): Seal | null {
	const isBackup = copy.one(
		"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'backup'",
	);
	const cells = isBackup && copy.one("SELECT * FROM backup");
	return (
		cells && {
			atMs: number(cells.at_ms),
			key: textOrNull(cells.record_key),
			head: textOrNull(cells.record_head),
		}
	);
}

/** Is the record in a backup all there, by its own seal? */
export function verifiedIn(copy: Plain, texts: SealTexts): Verified {
	const key = keyFrom(texts.key);
	const head = typeof key === "string" ? key : headFrom(texts.head, key);
	return walk({ key, head, lines: linesUpTo(copy, 1e15) });
}
