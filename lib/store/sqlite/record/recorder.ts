// How does a change and its line of the record become one? In one durable transaction; without the line there is no change.
import { canonical } from "#lib/core/canonical.ts";
import type { RecordEntry, RecordLine } from "#lib/core/record.ts";
import { StoreFull } from "../../full.ts";
import { hashOf, isSame, noHash } from "../../record/chain.ts";
import { RecordRefusal } from "../../record/record-refusal.ts";
import {
	announceHead,
	begin,
	type Head,
	headIn,
	keyIn,
	putHead,
} from "../../record/seal.ts";
import type { Acceptance, Accepted } from "../../record-port.ts";
import { bytes, number, text } from "../cells.ts";
import { type Connection, isBusy } from "../connection.ts";
import { engineWaitsMs } from "../patient.ts";
import { acceptanceOf } from "./acceptance.ts";
import { verified } from "./stored-lines.ts";

/** Others write for a moment, and a head that is not put now waits for the next line. */
const othersMs = 1_000;

export type Recorder = {
	/** What is done inside is done together with the line it is given, or not at all; without an entry nothing is written down. */
	recorded<T>(work: () => Recorded<T>): T;
	append(entry: RecordEntry): RecordLine;
	/** Of a record that is not whole; null where it is. */
	accept(acceptance: Acceptance): Accepted | null;
	/** Where no record was begun in this folder, one is. */
	begin(): void;
};

export type Recorded<T> = {
	readonly result: T;
	readonly entry: RecordEntry | null;
};

export function recorderOf(connection: Connection, folder: string): Recorder {
	return {
		recorded: (work) => durably(() => recorded(work).result),
		append: (entry) =>
			durably(() =>
				lineOf(
					entry,
					recorded(() => ({ result: null, entry })),
				),
			),
		accept: (acceptance) => durably(() => accepted(acceptance)),
		begin() {
			try {
				if (keyIn(folder) === "missing") connection.writing(beginWhereNone);
			} catch (error) {
				// It is begun with the first line then, and what can be read can be read.
				if (!(error instanceof StoreFull || isBusy(error))) throw error;
			}
		},
	};

	function recorded<T>(work: () => Recorded<T>): Added & { result: T } {
		const added = connection.writing(() => {
			const { result, entry } = work();
			return { result, ...(entry ? add(entry) : nothingAdded) };
		});
		if (added.key) settle(added.key, added.head);
		return added;
	}

	function add(entry: RecordEntry): Added {
		beginWhereNone();
		const key = keyIn(folder);
		if (typeof key === "string") throw new RecordRefusal(`key ${key}`);
		return addAfter(endOf(key), key, entry);
	}

	/** Whatever the head says: it is put anew, behind a line that holds on to all that is there. */
	function accepted(acceptance: Acceptance): Accepted | null {
		const found = verified(connection, folder);
		if (found.isWhole) return null;
		const { key, head } = connection.writing(() => {
			const it = acceptanceOf(connection, folder, found, acceptance);
			return addAfter(lastLine(), it.key, it.entry);
		});
		settle(key, head);
		return { fault: found.fault, line: found.line, ...head };
	}

	function addAfter(end: Head, key: Uint8Array, entry: RecordEntry) {
		const line = canonical(entry);
		const n = end.n + 1;
		const head = { n, hash: hashOf(key, end.hash, n, line) };
		connection.run("INSERT INTO record VALUES (?, ?, ?)", n, line, head.hash);
		announceHead(folder, key, head);
		return { key, head };
	}

	/** Where the record ends: its head says so too, or is one behind after a crash and is brought up. */
	function endOf(key: Uint8Array): Head {
		const head = headIn(folder, key);
		if (typeof head === "string") throw new RecordRefusal(`head ${head}`);
		const last = lastLine();
		if (head.n > last.n) throw new RecordRefusal("end missing");
		if (head.n < last.n - 1) throw new RecordRefusal("head old");
		const hash =
			head.n === last.n ? head.hash : hashOf(key, head.hash, last.n, last.line);
		if (!isSame(hash, last.hash)) throw new RecordRefusal("line changed");
		if (head.n < last.n) putHead(folder, key, last);
		return last;
	}

	function lastLine() {
		const cells = connection.one(
			"SELECT n, CAST(line AS BLOB) AS line, hash FROM record ORDER BY n DESC LIMIT 1",
		);
		if (cells === null) return { n: 0, line: new Uint8Array(), hash: noHash };
		const { n, line, hash } = cells;
		return { n: number(n), line: bytes(line), hash: text(hash) };
	}

	/** The line is there; a head that cannot be put now is put before the next line. Whoever added one since has put it. */
	function settle(key: Uint8Array, head: Head): void {
		connection.waits(othersMs);
		try {
			connection.writing(() => {
				if (lastLine().n === head.n) putHead(folder, key, head);
			});
		} catch {
		} finally {
			connection.waits(engineWaitsMs);
		}
	}

	function beginWhereNone(): void {
		if (connection.one("SELECT n FROM record LIMIT 1") === null) begin(folder);
	}

	/** In the usual mode a commit may be lost with the power, and then the head would name a line that is not there. */
	function durably<T>(work: () => T): T {
		connection.exec("PRAGMA synchronous = FULL");
		try {
			return work();
		} finally {
			connection.exec("PRAGMA synchronous = NORMAL");
		}
	}
}

type Added =
	| { readonly key: Uint8Array; readonly head: Head }
	| { readonly key: null; readonly head: null };

const nothingAdded: Added = { key: null, head: null };

function lineOf(entry: RecordEntry, { head }: Added): RecordLine {
	if (head === null) throw new TypeError("an entry was not written");
	return { ...entry, ...head };
}
