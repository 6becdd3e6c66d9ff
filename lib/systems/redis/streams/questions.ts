// What is asked about a stream in this tick? Its groups always; its length or its detail where they are needed and may be asked for.
import type { Command } from "../connection/ask.ts";
import { isRefused } from "../connection/trouble-of.ts";
import type { StreamMemory } from "./memory.ts";

export type Questions = {
	readonly memory: StreamMemory;
	readonly commands: readonly Command[];
	/** Only how many groups it has is asked. */
	readonly isCount: boolean;
};

/** A stream whose groups have read it all is asked for its length so seldom: only trimming can change it unnoticed. */
const sizedEveryTicks = 12;
const refusedForMs = 60_000;

/** Positions first: entries that arrive between the two replies then look unread, which they are. */
export function questionsOf(memory: StreamMemory, i: number): Questions {
	const { key, inBytes } = memory;
	if (countsFirst(memory))
		return { memory, commands: [["xinfo", "STREAM", key]], isCount: true };
	memory.isAwaited = memory.signature === "";
	forgetRefusal(memory);
	const groups: Command = [inBytes ? "xinfoBuffer" : "xinfo", "GROUPS", key];
	const isSized = memory.deep || memory.sizedInTicks-- <= 0;
	if (!isSized) return { memory, commands: [groups], isCount: false };
	// Not all of them in the same tick.
	if (!memory.deep)
		memory.sizedInTicks = sizedEveryTicks / 2 + (i % sizedEveryTicks);
	const size: Command = asksDetail(memory)
		? ["xinfo", "STREAM", key]
		: ["xlen", key];
	return { memory, commands: [groups, size], isCount: false };
}

/** How many groups it has is told without telling them. */
export const countsFirst = ({ isAwaited, crowd }: StreamMemory): boolean =>
	isAwaited || crowd !== null;

export const asksDetail = ({ deep, refused }: StreamMemory): boolean =>
	refused === null ? deep : refused.question === "xlen";

/** The right may have been given since. */
function forgetRefusal(memory: StreamMemory): void {
	const sinceMs = memory.refused?.sinceMs ?? Number.POSITIVE_INFINITY;
	if (performance.now() - sinceMs > refusedForMs) memory.refused = null;
}

/** Either question tells the length: who may not ask the one asks the other. */
export function mayAskOtherwise(
	memory: StreamMemory,
	error: Error,
	secret: string,
): boolean {
	if (memory.refused !== null || !isRefused(error, secret)) return false;
	const question = asksDetail(memory) ? "detail" : "xlen";
	memory.refused = { question, sinceMs: performance.now() };
	memory.sizedInTicks = 0;
	return true;
}
