// May what was heard of channels in an earlier tick be said again? While nothing was written at the server, nothing changed.
import type { Trouble } from "#lib/core/trouble.ts";
import type { Server } from "../connection/identity.ts";

/** Whatever is not foreseen here is found as soon as this. */
const heardAgainMs = 60_000;

type Hearing = {
	readonly memory: { readonly name: string };
	readonly trouble: Trouble | null;
	/** By the server's clock, when it is no longer true though nothing was written. */
	readonly untilMs?: number;
};

type Last<Heard extends Hearing> = {
	readonly written: string | null;
	readonly atMs: number;
	readonly heard: readonly Heard[];
};

type Tick<Heard extends Hearing> = {
	readonly channels: { readonly known: ReadonlyMap<string, Heard["memory"]> };
	/** Asked for before the channels are: what is written in between makes the next tick hear them again. */
	readonly server: Pick<Server, "written" | "nowMs">;
	readonly nowMs: number;
	hear(): Promise<readonly Heard[]>;
};

export type Lull<Heard extends Hearing> = ReturnType<typeof openLull<Heard>>;

/** `again`: what is left of something heard when it is said the second time. */
export function openLull<Heard extends Hearing>(
	again: (heard: Heard) => Heard,
) {
	const nothing: Last<Heard> = { written: null, atMs: 0, heard: [] };
	let last = nothing;
	let writtenLast: string | null = null;
	let sinceMs = Number.POSITIVE_INFINITY;
	return {
		/** By the server's clock, the first moment from which on nothing was written; infinite where nobody knows. */
		sinceMs: () => sinceMs,
		async hear({ channels, server, nowMs, hear }: Tick<Heard>) {
			const { written } = server;
			if (written === null) sinceMs = Number.POSITIVE_INFINITY;
			else if (written !== writtenLast) sinceMs = server.nowMs;
			writtenLast = written;
			const isStill = written !== null && written === last.written;
			const isRecent = nowMs - last.atMs < heardAgainMs;
			if (
				isStill &&
				isRecent &&
				covers(last.heard, channels.known, server.nowMs)
			)
				return last.heard.map(again);
			// A tick that fails in the middle leaves nothing to be said again.
			last = nothing;
			const heard = await hear();
			last = { written, atMs: nowMs, heard };
			return heard;
		},
	};
}

const covers = <Heard extends Hearing>(
	heard: readonly Heard[],
	known: ReadonlyMap<string, Heard["memory"]>,
	nowMs: number,
): boolean =>
	heard.length === known.size &&
	heard.every(
		({ memory, trouble, untilMs = Number.POSITIVE_INFINITY }) =>
			trouble === null && known.get(memory.name) === memory && nowMs < untilMs,
	);
