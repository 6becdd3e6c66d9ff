// How are many commands asked at once? In pipelines short enough for their timeouts, each answer apart.
import type { Redis } from "ioredis";
import { TroubleError } from "../../trouble-error.ts";
import { isWhole, troubleOf } from "./trouble-of.ts";

export type Command = readonly [string, ...(string | number | Buffer)[]];

/** The server's refusal of this one command, or its reply. */
export type Answer =
	| { readonly error: Error; readonly reply: null }
	| { readonly error: null; readonly reply: unknown };

/** A command's timer starts when it is queued, so a longer pipeline would time out while it waits for itself. */
const commandsAtOnce = 1000;

/** Throws when the server as a whole did not answer; what concerns one key comes back as its answer. */
export async function ask(
	client: Redis,
	secret: string,
	commands: readonly Command[],
): Promise<Answer[]> {
	const answers: Answer[] = [];
	for (let i = 0; i < commands.length; i += commandsAtOnce) {
		const some = commands.slice(i, i + commandsAtOnce);
		const replies = await client.pipeline(some.map((it) => [...it])).exec();
		for (const [error, reply] of replies ?? []) {
			if (error === null) answers.push({ error, reply });
			else answers.push({ error: mine(error, secret), reply: null });
		}
	}
	return answers;
}

function mine(error: Error, secret: string): Error {
	const found = troubleOf(error, secret);
	if (found === null) throw error;
	if (isWhole(error, found)) throw new TroubleError(found);
	return error;
}
