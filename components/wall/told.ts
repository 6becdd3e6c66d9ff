// May the wall speak of backlogs at all? Only while it hears of them; else it says who is to blame, and nothing more.
import type { WallBlame } from "#lib/say/apart/wall.ts";

/** Seconds until messages are lost, or that some were. */
export type Loss = number | "lost" | null;

export type Heard = {
	/** Since the broker that was heard last; null when none ever was. */
	readonly ageSeconds: number | null;
	readonly brokers: number;
	/** Gravest first; null where a broker was never heard. */
	readonly silent: readonly {
		readonly name: string;
		readonly ageSeconds: number | null;
	}[];
};

export type Told = {
	/** Null while the collector and the server may be believed. */
	readonly blame: Exclude<WallBlame, "brokers"> | null;
	readonly heard: Heard;
	/** By the server's clock; null before its first answer. */
	readonly nowMs: number | null;
	/** From when the values are. */
	readonly fromMs: number | null;
};

/** One silent broker is a line in the foot; when all are silent nothing on the wall is known any more. */
export function screamOf({ blame, heard }: Told): WallBlame | null {
	if (blame !== null) return blame;
	const { silent, brokers } = heard;
	return brokers > 0 && silent.length === brokers ? "brokers" : null;
}
