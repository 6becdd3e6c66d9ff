// May what was heard of the streams in an earlier tick be said again? While nothing was written at the server, nothing changed.
import type { Server } from "../connection/identity.ts";
import type { Heard, Known } from "./hear.ts";

/** Whatever is not foreseen here is found as soon as this. */
const heardAgainMs = 60_000;

type Last = {
	readonly written: string | null;
	readonly atMs: number;
	readonly heard: readonly Heard[];
};

type Tick = {
	readonly streams: Known;
	/** Asked for before the streams are: what is written in between makes the next tick hear them again. */
	readonly server: Pick<Server, "written" | "nowMs">;
	readonly nowMs: number;
	hear(): Promise<readonly Heard[]>;
};

export type Lull = ReturnType<typeof openLull>;

export function openLull() {
	const nothing: Last = { written: null, atMs: 0, heard: [] };
	let last = nothing;
	let writtenLast: string | null = null;
	let sinceMs = Number.POSITIVE_INFINITY;
	return {
		/** By the server's clock, the first moment from which on nothing was written; infinite where nobody knows. */
		sinceMs: () => sinceMs,
		async hear({ streams, server, nowMs, hear }: Tick) {
			const { written } = server;
			if (written === null) sinceMs = Number.POSITIVE_INFINITY;
			else if (written !== writtenLast) sinceMs = server.nowMs;
			writtenLast = written;
			const isStill = written !== null && written === last.written;
			const isRecent = nowMs - last.atMs < heardAgainMs;
			if (isStill && isRecent && covers(last, streams.known))
				return last.heard.map(unchanged);
			// A tick that fails in the middle leaves nothing to be said again.
			last = nothing;
			const heard = await hear();
			last = { written, atMs: nowMs, heard };
			return heard;
		},
	};
}

const covers = ({ heard }: Last, known: Known["known"]): boolean =>
	heard.length === known.size &&
	heard.every(
		({ memory, trouble }) =>
			trouble === null && known.get(memory.name) === memory,
	);

/** What was news is none the second time. */
const unchanged = (heard: Heard): Heard => ({
	...heard,
	...{ anew: null, vanished: [] },
});
