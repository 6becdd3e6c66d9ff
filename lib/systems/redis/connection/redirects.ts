// Which keys did a server of a cluster send us elsewhere for, and which of them is it asked for though they are only arriving there?
import type { Redis } from "ioredis";
import type { Command } from "./ask.ts";
import { shownName, shownText } from "./name.ts";
import { isContainer } from "./tally.ts";

export type Redirect = {
	/** The key, as it is shown. */
	readonly name: string;
	/** "host:port" as the server wrote it, which is not to be trusted. */
	readonly place: string;
	/** The slot is on its way: the other server answers only who says ASKING. */
	readonly isAsk: boolean;
};

type Redirects = {
	readonly told: Map<string, Redirect>;
	readonly arriving: Set<string>;
};

const redirects = new WeakMap<Redis, Redirects>();
const toldMax = 100_000;

export function redirectsOf(client: Redis): Redirects {
	const known = redirects.get(client);
	if (known) return known;
	const made: Redirects = { told: new Map(), arriving: new Set() };
	redirects.set(client, made);
	return made;
}

/** `MOVED 3999 127.0.0.1:6381` */
export function noteRedirect(
	{ told, arriving }: Redirects,
	command: Command,
	error: Error,
): void {
	const match = /^(MOVED|ASK) \d{1,5} (\S+)$/.exec(error.message);
	const name = keyIn(command);
	if (!match || name === null || told.size >= toldMax) return;
	const [, word, place = ""] = match;
	told.set(name, { name, place, isAsk: word === "ASK" });
	arriving.delete(name);
}

export const isArriving = ({ arriving }: Redirects, command: Command) =>
	arriving.size > 0 && arriving.has(keyIn(command) ?? "");

/** The first name after the question, which is all that is asked of keys here. */
function keyIn(command: Command): string | null {
	const key = isContainer(command) ? command[2] : command[1];
	if (Buffer.isBuffer(key)) return shownName(key);
	return typeof key === "string" ? shownText(key) : null;
}
