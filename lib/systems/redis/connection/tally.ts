// What was asked over a connection, and what of it may this user not ask? For our share of the server's time, and for the missing rights.
import type { Redis } from "ioredis";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Command } from "./ask.ts";
import { isOfQuestion } from "./trouble-of.ts";

export type Tally = {
	/** By question, as often as the server answered it. */
	readonly calls: Map<string, number>;
	/** By question, until it is answered again. */
	readonly refused: Map<string, Trouble>;
};

const tallies = new WeakMap<Redis, Tally>();

/** Commands whose second word says what they do. */
const containers = new Set([
	...["xinfo", "client", "config", "memory", "pubsub", "cluster", "sentinel"],
]);

export function tallyOf(client: Redis): Tally {
	const known = tallies.get(client);
	if (known) return known;
	const made: Tally = { calls: new Map(), refused: new Map() };
	tallies.set(client, made);
	return made;
}

/** `["xinfoBuffer", "GROUPS", key]` is the question `XINFO GROUPS`. */
export function questionOf(command: Command): string {
	const word = wordOf(command);
	const question = isContainer(command) ? `${word} ${command[1]}` : word;
	return question.toUpperCase();
}

export const isContainer = (command: Command): boolean =>
	containers.has(wordOf(command));

const wordOf = ([name]: Command): string =>
	name.replace(/Buffer$/, "").toLowerCase();

/** Rights somebody may well keep to themselves: what is assumed instead is said where it matters. */
const optional = new Set(["CONFIG GET"]);

/** Null stands for an answer. A key that may not be seen says nothing about the question. */
export function note(
	{ calls, refused }: Tally,
	command: Command,
	found: Trouble | null,
): void {
	const question = questionOf(command);
	if (found !== null && isOfQuestion(found) && !optional.has(question))
		refused.set(question, trouble(found.code, found.detail, question));
	else if (found?.code !== "not allowed") {
		calls.set(question, (calls.get(question) ?? 0) + 1);
		if (found === null) refused.delete(question);
	}
}
