// How long, how many, from which seed? What somebody wrote behind the name of a long run.

const flagAt = (name: string): number => process.argv.indexOf(`--${name}`);

export const isAsked = (name: string): boolean => flagAt(name) >= 0;

/** Ends the run with a sentence where it is no number. */
export function numberOf(name: string, otherwise: number): number {
	if (!isAsked(name)) return otherwise;
	const text = process.argv[flagAt(name) + 1] ?? "";
	const number = Number(text);
	if (text !== "" && Number.isFinite(number) && number >= 0) return number;
	process.stderr.write(`--${name} wants a number, not "${text}".\n`);
	process.exit(2);
}
