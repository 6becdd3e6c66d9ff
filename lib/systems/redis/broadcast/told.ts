// What do the servers of one broker tell of its channels together? Heard on each, a channel is one row.
import type { GoneFact } from "#lib/core/gone.ts";
import type { Reading } from "#lib/core/reading.ts";
import { sumOf } from "./facts.ts";
import type { BroadcastTold } from "./part.ts";
import { channelKind, readingsOf, shardKind } from "./readings.ts";

/** `isWhole`: every server has told. */
export function together(
	told: readonly BroadcastTold[],
	isWhole: boolean,
): {
	readonly readings: readonly Reading[];
	readonly gone: readonly GoneFact[];
} {
	const facts = sumOf(told.map((it) => it.facts));
	const readings = readingsOf(facts, {
		...{ isWhole, atMs: Date.now() },
		serverMs: Math.max(0, ...told.map((it) => it.serverMs)),
	});
	const shown = new Set(
		readings.map(({ kind, channel }) => `${kind} ${channel}`),
	);
	const gone = told
		.flatMap((it) => it.gone)
		.map(
			({ name, isShard }): GoneFact => ({
				...{ kind: isShard ? shardKind : channelKind, channel: name },
				...{ group: null, why: "nobody listens" },
			}),
		);
	return {
		readings,
		gone: gone.filter(({ kind, channel }) => !shown.has(`${kind} ${channel}`)),
	};
}
