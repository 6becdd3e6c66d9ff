// Where is a position that is no number of a message? kafkajs commits one for "the first message that is kept" where what it stood at was removed.

const firstKept = -2;

export const isFirstKept = (position: number): boolean =>
	position === firstKept;

/** What stands for a place, and for none that has a number. */
export const isNamed = (position: number): boolean => position < 0;

/** Any other negative position is none. */
export const isPosition = (position: number): boolean =>
	position >= 0 || isFirstKept(position);

/** NaN where it stands at a start that nobody knows. */
export const placed = (position: number, start = Number.NaN): number =>
	isFirstKept(position) ? start : position;
