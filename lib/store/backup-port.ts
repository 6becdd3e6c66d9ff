// What is known of a backup, of a store that is looked at, and of one that was brought back?
import type { Pulse } from "./store.ts";

export type Backup = {
	readonly file: string;
	readonly atMs: number;
	readonly bytes: number;
	/** Of the store in it. */
	readonly schema: number;
	/** Of the record in it. */
	readonly lines: number;
	/** It ends as its head says. */
	readonly isRecordWhole: boolean;
};

/** Found without changing anything, beside a Tidemark that runs or without one. */
export type StoreCheck = {
	/** Why it cannot be used, and what to do: one sentence; null where it can. */
	readonly refusal: string | null;
	readonly bytes: number;
	/** Of what was written and not yet put into the file. */
	readonly walBytes: number;
	/** Null where that cannot be read. */
	readonly schema: number | null;
	readonly newestSchema: number;
	/** When the collector last said that it lives; null where it never did, or that cannot be read. */
	readonly pulse: Pulse | null;
	/** The newest in the usual place. */
	readonly backup: { readonly file: string; readonly atMs: number } | null;
};

export type Restored = {
	readonly backup: Backup;
	/** Where what was there before lies now; null where nothing was. */
	readonly aside: string | null;
	/** Up to when it was written; null where nothing was there. */
	readonly writtenMs: number | null;
	/** Of the record, written since the backup; null where that cannot be known. */
	readonly linesLost: number | null;
	/** The line of the record that tells of it; null where its record takes none. */
	readonly line: number | null;
};
