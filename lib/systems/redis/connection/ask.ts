// How are many commands asked at once? In pipelines short enough for their timeouts, each answer apart.
import type { Redis } from "ioredis";
import type { Trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import { isArriving, noteRedirect, redirectsOf } from "./redirects.ts";
import { note, tallyOf } from "./tally.ts";
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
	const tally = tallyOf(client);
	const redirects = redirectsOf(client);
	for (let i = 0; i < commands.length; i += commandsAtOnce) {
		const some = commands
			.slice(i, i + commandsAtOnce)
			.flatMap((it) => (isArriving(redirects, it) ? [asking, it] : [it]));
		const replies = await client.pipeline(some.map((it) => [...it])).exec();
		replies?.forEach(([error, reply], at) => {
			const found = error === null ? null : meantBy(error, secret, client);
			const command = some[at];
			if (command) note(tally, command, found);
			if (command === asking) return;
			if (command && error) noteRedirect(redirects, command, error);
			answers.push(error === null ? { error, reply } : { error, reply: null });
		});
	}
	return answers;
}

/** Goes before a question about a key that is only arriving at this server of a cluster. */
const asking: Command = ["asking"];

function meantBy(error: Error, secret: string, client: Redis): Trouble {
	const found = troubleOf(error, secret);
	if (found === null) throw error;
	// The answer may still be on its way, and whatever is asked next would wait behind it.
	if (found.code === "no answer") client.stream?.destroy(error);
	if (isWhole(error, found)) throw new TroubleError(found);
	return found;
}
