// Who was cut off since the last list of connections, or went with messages still waiting for it?
import { type Amount, atMost, exactly } from "#lib/core/amount.ts";
import { fieldOf } from "../connection/version.ts";
import type { Judged } from "./behind.ts";

/** Listeners that went in one pause between two lists, and what that cost. */
export type Loss = {
	/** Cut off by the server, as its own count proves; else gone while behind, for a reason nobody knows. */
	readonly isCutOff: boolean;
	readonly count: Amount;
	readonly atMs: number;
	/** Of those who went: how many listened to channels, and to sharded ones. */
	readonly channels: number;
	readonly shards: number;
};

/** A loss is worth telling for so long. */
export const toldForMs = 15 * 60_000;

/** How many connections it cut off for what waited for them, or to save memory; null where it does not count. */
export function cutOffsIn(said: string): number | null {
	const count = fieldOf(said, "client_output_buffer_limit_disconnections");
	if (count === null) return null;
	return Number(count) + Number(fieldOf(said, "evicted_clients") ?? 0);
}

/** `rose`: by how much that count grew meanwhile, of connections of any kind; null where it is not told. */
export function lossOf(
	gone: readonly Judged[],
	rose: number | null,
	atMs: number,
): Loss | null {
	const behind = gone.filter((it) => it.behindSinceMs !== null);
	const cut = rose === null ? 0 : Math.min(rose, gone.length);
	const count = Math.max(cut, behind.length);
	if (count === 0) return null;
	// Who was seen to be behind lost what waited for it; that the others were the ones cut off is likely, and no more.
	const sure = behind.length >= count;
	const of = sure ? behind : gone;
	return {
		isCutOff: cut > 0 && cut >= behind.length,
		count: sure ? exactly(count) : atMost(count),
		atMs,
		channels: of.filter((it) => it.channels > 0).length,
		shards: of.filter((it) => it.shards > 0).length,
	};
}
