// What must a store promise of the record? That lines are only added, and that nobody takes one away or changes it unseen.
import type { RecordEntry, RecordLine } from "#lib/core/record.ts";

export type RecordStore = {
	/** Durable when it returns. Throws a RecordRefusal where the record does not end as it was left. */
	append(entry: RecordEntry): Promise<RecordLine>;
	/** In the order they were written; begins after 0. */
	lines(after: number, limit: number): Promise<readonly RecordLine[]>;
	verify(): Promise<Verified>;
	/** Goes on from what is there, with a line that says who wanted it and what was found; null where it is whole. */
	accept(acceptance: Acceptance): Promise<Accepted | null>;
};

export type Acceptance = {
	readonly by: string;
	readonly why: string;
	readonly atMs: number;
};

export type Accepted = {
	readonly fault: RecordFault;
	readonly line: number | null;
	/** Of the line that says so, and its hash. */
	readonly n: number;
	readonly hash: string;
};

export type Verified =
	| {
			readonly isWhole: true;
			readonly lines: number;
			/** The last line was written and its head was not: what a crash leaves, and no fault. */
			readonly isHeadBehind: boolean;
			/** The last line by which somebody accepted what was not whole before it; null where nobody had to. */
			readonly accepted: number | null;
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
