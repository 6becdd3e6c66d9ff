// What does `${NAME}` stand for? The value of a variable; `$${NAME}` stands for itself.

export type Environment = Readonly<Record<string, string | undefined>>;

export type Filled = {
	readonly text: string;
	/** Variables that are not set. */
	readonly missing: readonly string[];
	/** Places that open a brace and name no variable in it. */
	readonly broken: boolean;
	/** What was filled in, so that it can be kept out of every sentence. */
	readonly values: readonly string[];
};

const place = /\$?\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$?\$\{/g;

/** Is it one `${NAME}`, and nothing written out? */
export const isVariable = (text: string): boolean =>
	/^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/.test(text);

export function fill(
	text: string,
	env: Environment,
	written: (value: string, offset: number) => string = (value) => value,
): Filled {
	const missing: string[] = [];
	const values: string[] = [];
	let broken = false;
	const filled = text.replace(
		place,
		(all: string, name: string | undefined, offset: number) => {
			if (all.startsWith("$$")) return all.slice(1);
			if (name === undefined) {
				broken = true;
				return all;
			}
			const value = Object.hasOwn(env, name) ? env[name] : undefined;
			if (value === undefined) {
				missing.push(name);
				return "";
			}
			values.push(value);
			return written(value, offset);
		},
	);
	return { text: filled, missing, broken, values };
}

/** Before the @ a value is taken letter by letter, so that a password may hold any sign. */
export function fillAddress(text: string, env: Environment): Filled {
	const from = text.indexOf("://");
	const until = text.lastIndexOf("@");
	return fill(text, env, (value, offset) =>
		from >= 0 && offset > from && offset < until
			? encodeURIComponent(value)
			: value,
	);
}
