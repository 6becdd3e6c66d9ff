// Since when does each member of a page hold its oldest message? One small question for each that holds any.
import type { Redis } from "ioredis";
import type { MemberLine } from "#lib/core/look.ts";
import { ask, type Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { heldOf } from "../streams/replies.ts";

/** Of its oldest message; one that was delivered again counts from then. */
export async function heldSince(
	client: Redis,
	secret: string,
	key: string | Buffer,
	group: string | Buffer,
	lines: readonly MemberLine[],
): Promise<MemberLine[]> {
	const holders = lines.filter(({ holding }) => (holding ?? 0) > 0);
	const commands = holders.map(
		({ name }): Command => [
			...(["xpending", key, group, "-", "+", 1] as const),
			sentName(name),
		],
	);
	const answers = await ask(client, secret, commands);
	const ages = new Map(
		holders.map(({ name }, i) => [name, heldOf(answers[i]?.reply)?.idleMs]),
	);
	return lines.map((line) => ({
		...line,
		oldestHeldMs: ages.get(line.name) ?? null,
	}));
}
