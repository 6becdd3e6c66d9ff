// Which command line tells the same about a subscription? A system's own words with names in them, each one word to a shell, or null where none is safe.

type Named = {
	readonly channel: string;
	readonly group: string | null;
	/** Of its broker, without credentials. */
	readonly address: string;
};

/**
 * In the words `{channel}`, `{group}`, `{url}` and `{hosts:9092}` stand for names and for where the broker is, the last
 * with the port of hosts that name none. Names come as they are: what looks like a place in them is none.
 * A word that is only `;` ends one command, and another follows.
 */
export function commandOf(words: readonly string[], it: Named): string | null {
	const lines = commandsIn(words).map((command) =>
		lineOf(command.map((word) => filledIn(word, it))),
	);
	return lines.includes(null) ? null : lines.join(" ; ");
}

function commandsIn(words: readonly string[]): readonly string[][] {
	const commands: string[][] = [[]];
	for (const word of words)
		if (word === ";") commands.push([]);
		else commands.at(-1)?.push(word);
	return commands;
}

/** Words as they are, each one word to a shell; null where one is missing or none is safe. */
export function lineOf(words: readonly (string | null)[]): string | null {
	if (words.some((word) => word === null || !isSafe(word))) return null;
	return words.map((word) => quoted(word ?? "")).join(" ");
}

const place = /\{(channel|group|url|hosts)(?::(\d+))?\}/g;

function filledIn(word: string, it: Named): string | null {
	let unknown = false;
	const filled = word.replaceAll(place, (_, name: string, port: string) => {
		const value = namedBy(name, port, it);
		if (value === null) unknown = true;
		return value ?? "";
	});
	return unknown ? null : filled;
}

function namedBy(name: string, port: string, it: Named): string | null {
	if (name === "channel") return it.channel;
	if (name === "group") return it.group;
	const [, scheme = "", hosts = "", path = ""] =
		/^([a-z0-9+.-]+):\/\/([^/?#]+)([^?#]*)/.exec(it.address) ?? [];
	if (hosts === "") return null;
	const all = hosts.split(",");
	if (name === "hosts")
		return all
			.map((host) => (/:\d+$/.test(host) ? host : `${host}:${port}`))
			.join(",");
	// Those who only know where a broker is are none themselves.
	return scheme.includes("+") ? null : `${scheme}://${all[0]}${path}`;
}

/** A terminal obeys what it cannot show, and a name that is shown escaped is another one. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|\\x[0-9a-f]{2}/u;
const isSafe = (word: string): boolean => !unsafe.test(word);

const plain = /^[\w./:@%+,-]+$/;

function quoted(word: string): string {
	return plain.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
