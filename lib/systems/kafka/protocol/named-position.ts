// Which positions are no number of a message? kafkajs commits a name where what it stood at was removed: of the first that is kept where it was told to begin there, else of the end.

const [firstKept, end] = [-2, -1];

export const isFirstKept = (position: number): boolean =>
	position === firstKept;

/** Whoever comes next begins where the end is then. */
export const isAtEnd = (position: number): boolean => position === end;

/** Any other negative position is none. */
export const isPosition = (position: number): boolean => position >= firstKept;

export const isNamed = (position: number): boolean => position < 0;

/** NaN where it stands at a start, or an end, that nobody knows. */
export const placed = (
	position: number,
	start = Number.NaN,
	end = Number.NaN,
): number =>
	isFirstKept(position) ? start : isAtEnd(position) ? end : position;
