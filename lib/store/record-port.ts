// What must a store promise of the record? That lines are only added, and that nobody takes one away or changes it unseen.
import type { RecordEntry, RecordLine } from "#lib/core/record.ts";

export type RecordStore = {
	/** Durable when it returns. Throws a RecordRefusal where the record does not end as it was left. */
	append(entry: RecordEntry): Promise<RecordLine>;
	/** In the order they were written; begins after 0. */
	lines(after: number, limit: number): Promise<readonly RecordLine[]>;
	verify(): Promise<Verified>;
};

export type Verified =
	| {
			readonly isWhole: true;
			readonly lines: number;
			/** The last line was written and its head was not: what a crash leaves, and no fault. */
			readonly isHeadBehind: boolean;
			/** Of the last line, to be noted elsewhere. */
			readonly hash: string;
	  }
	| {
			readonly isWhole: false;
			readonly fault: RecordFault;
			/** The first that is wrong; null where it is not a line. */
			readonly line: number | null;
	  };

export const recordFaults = [
	"key missing",
	/** It is no key, or another one than every line was written with. */
	"key wrong",
	"head missing",
	/** It was written by nobody who had the key. */
	"head wrong",
	/** It names an earlier line than a crash can leave. */
	"head old",
	"line missing",
	"line changed",
	/** The head names lines that are not there. */
	"end missing",
] as const;
export type RecordFault = (typeof recordFaults)[number];
