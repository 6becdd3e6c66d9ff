// What would be lost at a broker as it is set up, though nothing is wrong with it now?
export const standingCodes = [
	/** Each change is written to its disk as it comes. {} */
	"logged",
	/** All is written to its disk now and then. {changes: since the last time, forSeconds} */
	"saved",
	/** Nothing was written to its disk since it started. {changes, forSeconds} */
	"never saved",
	/** Once its memory is full it removes whole channels. {policy, percent: of its memory in use} */
	"evicts any",
	/** The same, of channels that have a time to live. {policy, percent, channels: how many of those known} */
	"evicts what expires",
] as const;
export type StandingCode = (typeof standingCodes)[number];

/** A fact and no alarm: whoever set it up may well have meant it. */
export type Standing = {
	readonly code: StandingCode;
	readonly values: Readonly<Record<string, string | number>>;
};
