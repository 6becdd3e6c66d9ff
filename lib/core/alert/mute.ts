// Of what does nobody want to hear for a while, until when, and why?

export type Mute = {
	readonly id: string;
	/** A filter as it is typed on the board; empty for everything. */
	readonly among: string;
	/** Null: until nothing among them fires any more. */
	readonly untilMs: number | null;
	readonly why: string;
	readonly by: string;
	readonly atMs: number;
	readonly endedMs: number | null;
	/** Who ended it before its time; null where nobody did. */
	readonly endedBy: string | null;
};

export const muteWhyMax = 500;
export const mutesMax = 500;
/** A month: what nobody wants to hear of for longer needs another rule. */
export const muteMaxMs = 31 * 24 * 3_600_000;
