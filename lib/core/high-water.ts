// Of how much time is the highest lag told? Seven days before what is drawn; of less than one day nothing is said.

const dayMs = 24 * 3_600_000;

export const daysBefore = { lastsMs: 7 * dayMs, leastMs: dayMs } as const;
