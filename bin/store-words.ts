// What flags do the commands about the store have of their own, and how do they say a moment?
export type StoreFlags<Name extends string> = {
	readonly given: Readonly<Partial<Record<Name, string>>>;
	readonly words: readonly string[];
	/** For the configuration. */
	readonly others: readonly string[];
};

/** Flags of the configuration that stand alone. */
const alone = ["demo", "plain-http", "read-only", "reason-required"];

export function flagsIn<Name extends string>(
	argv: readonly string[],
	names: readonly Name[],
): StoreFlags<Name> {
	const given: Partial<Record<Name, string>> = {};
	const words: string[] = [];
	const others: string[] = [];
	for (let at = 0; at < argv.length; at++) {
		const word = argv[at] ?? "";
		const [, flag, written] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
		const own = names.find((name) => name === flag);
		if (flag === undefined) words.push(word);
		else if (own !== undefined) given[own] = written ?? argv[++at] ?? "";
		else {
			others.push(word);
			if (written === undefined && !alone.includes(flag))
				others.push(argv[++at] ?? "");
		}
	}
	return { given, words, others };
}

export const moment = (ms: number): string =>
	`${new Date(ms).toISOString().slice(0, 19).replace("T", " ")} UTC`;

export const isHelp = (argv: readonly string[]): boolean =>
	argv.some((it) => ["help", "--help", "-h"].includes(it));
