// How is a script run at the server? Its text goes over a connection once, then its name; nothing is ever sent a second time.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Redis } from "ioredis";
import { StepFailed } from "../../run-plan.ts";

const prelude = readFileSync(new URL("./prelude.lua", import.meta.url), "utf8");

export type Argument = string | number | Buffer;

export type Run<Name> = (
	client: Redis,
	name: Name,
	keys: readonly (string | Buffer)[],
	args: readonly Argument[],
) => Promise<unknown>;

/** Read when the program starts: a file that is missing must not be found out in the middle of a clean-up. */
export function scriptsIn<Name extends string>(
	folder: URL,
	names: readonly Name[],
): Run<Name> {
	const scripts = new Map(
		names.map((name) => {
			const own = readFileSync(new URL(`${name}.lua`, folder), "utf8");
			const text = prelude + own;
			const sha = createHash("sha1").update(text).digest("hex");
			return [name, { text, sha }];
		}),
	);
	const sent = new WeakMap<Redis, Set<Name>>();

	const runOnce: Run<Name> = async (client, name, keys, args) => {
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
	};

	return async (...given) => {
		try {
			return await runOnce(...given);
		} catch (error) {
			if (!(error instanceof Error)) throw error;
			throw new StepFailed(error, error.name === "ReplyError");
		}
	};
}
