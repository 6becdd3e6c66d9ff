// Which settings of a broker decide how a subscription goes? A code and its value, said where it is read.

export const settingCodes = [
	/** How long messages are kept, in ms. */
	"kept for",
	/** How many bytes of a partition are kept. */
	"kept up to",
	/** Whether only the newest message of each key is sure to stay: "yes" or "no". */
	"compacted",
	/** Who dates a message: "producer" or "broker". */
	"dated by",
	/** How long positions are kept of a group nobody is in, in ms. */
	"positions kept for",
	/** The broker's own words for its group. */
	"group type",
	"group state",
	"assignor",
	/** Where the messages of a list lie, in numbers. */
	"waiting",
	"in progress",
	"put off",
	"failed",
	/** How many messages, and how many bytes of them, may wait. */
	"longest",
	"largest",
	/** What is done when that is reached: "drops oldest" or "refuses". */
	"when full",
	/** Where messages go that are given up, and come from. */
	"dead letters go to",
	"bound by",
	/** The names of what holds for it beside its own arguments, and these. */
	"policy",
	"operator policy",
	"arguments",
	/** How often a message was handed out that had been before, since the server began to count. */
	"delivered again",
] as const;
export type SettingCode = (typeof settingCodes)[number];

/** Null is not known. */
export type Setting = {
	readonly code: SettingCode;
	readonly value: number | string | typeof unbounded | null;
};

/** Instead of a number: for ever, or without a bound. */
export const unbounded = "unbounded";
