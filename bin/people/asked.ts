// What does a command about people ask for? Its own words and flags; all other flags are those of the configuration.

export type Asked = {
	readonly words: readonly string[];
	readonly roles: readonly string[];
	readonly days: string | null;
	readonly name: string | null;
	readonly person: string | null;
	readonly invite: boolean;
	/** For the configuration. */
	readonly others: readonly string[];
};

/** Flags of the configuration that stand alone. */
const alone = ["demo", "plain-http", "read-only", "reason-required"];

export function askedIn(argv: readonly string[]): Asked {
	const own = { days: null, name: null, person: null };
	const given: Record<keyof typeof own, string | null> = { ...own };
	const words: string[] = [];
	const roles: string[] = [];
	const others: string[] = [];
	let invite = false;
	for (let at = 0; at < argv.length; at++) {
		const word = argv[at] ?? "";
		const [, flag, written] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
		const value = () => written ?? argv[++at] ?? "";
		if (flag === undefined) words.push(word);
		else if (flag === "role") roles.push(...value().split(","));
		else if (flag === "invite") invite = true;
		else if (flag === "days" || flag === "name" || flag === "person")
			given[flag] = value();
		else {
			others.push(word);
			if (written === undefined && !alone.includes(flag)) others.push(value());
		}
	}
	return { words, roles, invite, others, ...given };
}

export function daysIn(text: string | null, usual: number): number | null {
	const days = text === null ? usual : Number(text);
	return Number.isInteger(days) && days >= 1 && days <= 366 ? days : null;
}
