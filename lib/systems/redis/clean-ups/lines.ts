// How are commands written for somebody to paste? As many as anybody would; none where a name cannot be written.
import { lineOf } from "#lib/core/command.ts";
import type { Spot } from "./cleaner.ts";

const linesMax = 100;

export function linesOf(
	{ url }: Pick<Spot, "url">,
	commands: readonly (readonly (string | number)[])[],
): readonly string[] | null {
	const lines = commands
		.slice(0, linesMax)
		.map((words) => lineOf(["redis-cli", "-c", "-u", url, ...words.map(text)]));
	const whole = lines.filter((line) => line !== null);
	return whole.length === lines.length && whole.length > 0 ? whole : null;
}

const text = (word: string | number): string => String(word);
