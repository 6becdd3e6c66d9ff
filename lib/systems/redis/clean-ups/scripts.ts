// How is a script run at the server? Its text goes over a connection once, then its name; nothing is ever sent a second time.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Redis } from "ioredis";

const names = [
	...(["held", "remove", "trim", "count"] as const),
	...(["destroy", "restore", "redrive"] as const),
] as const;
type Name = (typeof names)[number];

const textOf = (name: string): string =>
	readFileSync(new URL(`./scripts/${name}.lua`, import.meta.url), "utf8");

/** Read when the program starts: a file that is missing must not be found out in the middle of a clean-up. */
const prelude = textOf("prelude");
const scripts = new Map(
	names.map((name) => {
		const text = prelude + textOf(name);
		return [name, { text, sha: createHash("sha1").update(text).digest("hex") }];
	}),
);

const sent = new WeakMap<Redis, Set<Name>>();

export type Argument = string | number | Buffer;

/** The server said no, or nothing at all: whether it was run is then unknown. */
export class StepFailed extends Error {
	readonly isAnswered: boolean;
	constructor(cause: Error) {
		super(cause.message, { cause });
		this.name = "StepFailed";
		this.isAnswered = cause.name === "ReplyError";
	}
}

export async function run(
	client: Redis,
	name: Name,
	keys: readonly (string | Buffer)[],
	args: readonly Argument[],
): Promise<unknown> {
	try {
		return await runOnce(client, name, keys, args);
	} catch (error) {
		throw error instanceof Error ? new StepFailed(error) : error;
	}
}

async function runOnce(
	client: Redis,
	name: Name,
	keys: readonly (string | Buffer)[],
	args: readonly Argument[],
): Promise<unknown> {
	const script = scripts.get(name);
	if (script === undefined) throw new Error(`no script ${name}`);
	const known = sent.get(client) ?? new Set();
	sent.set(client, known);
	const rest = [keys.length, ...keys, ...args];
	if (known.has(name))
		try {
			return await client.callBuffer("EVALSHA", script.sha, ...rest);
		} catch (error) {
			// Somebody emptied the server's memory of scripts: nothing was run.
			const isForgotten =
				error instanceof Error && error.message.startsWith("NOSCRIPT");
			if (!isForgotten) throw error;
		}
	const reply = await client.callBuffer("EVAL", script.text, ...rest);
	known.add(name);
	return reply;
}
