// Is a given value right once its variables are filled in? Collects what is not, and lets nothing secret into it.
import { type Environment, type Filled, fill } from "./fill.ts";
import type { Mistake } from "./mistake.ts";
import type { Given } from "./sheet.ts";

/** Shorter texts stand in every sentence; hiding them would only garble it. */
const shortestSecret = 4;

export class Judge {
	readonly mistakes: Mistake[] = [];
	readonly #env: Environment;

	constructor(env: Environment) {
		this.#env = env;
	}

	/** Null when nothing was given or it is wrong; the mistake is then kept. `parse` answers a sentence for what is wrong. */
	value<T extends object | number>(
		given: Given | null | undefined,
		parse: (text: string) => T | string,
		fillIn: (text: string, env: Environment) => Filled = fill,
	): T | null {
		if (!given) return null;
		const filled = this.filled(given, fillIn);
		if (filled === null) return null;
		const parsed = parse(filled.text);
		if (typeof parsed !== "string") return parsed;
		this.add(given, parsed, filled.values);
		return null;
	}

	/** Null where a variable is missing or a brace left open; the mistakes are then kept. */
	filled(
		given: Given,
		fillIn: (text: string, env: Environment) => Filled = fill,
	): Filled | null {
		const filled = fillIn(given.text, this.#env);
		for (const name of new Set(filled.missing))
			this.add(
				given,
				`the variable ${name} is not set; set it, or write $\${${name}} if that is meant as it stands`,
			);
		if (filled.broken)
			this.add(
				given,
				`after \${ comes the name of a variable and }; write $\${ if that is meant as it stands`,
			);
		return filled.missing.length > 0 || filled.broken ? null : filled;
	}

	add(
		{ path, place }: Pick<Given, "path" | "place">,
		say: string,
		secrets: readonly string[] = [],
	): void {
		let clean = say;
		for (const secret of secrets)
			if (secret.length >= shortestSecret)
				clean = clean.replaceAll(secret, "•••");
		this.mistakes.push({ path, place, say: clean });
	}
}
