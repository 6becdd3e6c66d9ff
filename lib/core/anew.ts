// Why can what is read now not be compared with what was read before?

export const anewWhys = [
	/** The server was started again, or another one answers in its place. */
	"restarted",
	/** The same, and it knows less than the one before: what came last is lost. */
	"fell back",
	/** The channel was deleted and made again under its name. */
	"made again",
	/** Positions were set back, or the group was made again. */
	"set back",
] as const;
export type AnewWhy = (typeof anewWhys)[number];
