// Are there more members in a group than one may take into memory at once? Asked before all of them are asked for.
import type { Redis } from "ioredis";
import { trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import { ask } from "../connection/ask.ts";
import { groupsOf } from "../streams/replies.ts";

/** The server sends all members or none: a million take 700 MB here, and whoever reads may register as many as they like. */
const membersMax = 20_000;

export async function refuseCrowd(
	client: Redis,
	secret: string,
	key: string | Buffer,
	group: string,
): Promise<void> {
	const [answer] = await ask(client, secret, [["xinfoBuffer", "GROUPS", key]]);
	// Whoever may not ask this is told so by what is asked next.
	if (!answer || answer.error) return;
	const found = groupsOf(answer.reply).find(({ name }) => name === group);
	const members = found?.consumers ?? 0;
	if (members <= membersMax) return;
	const detail = `${members} members; at most ${membersMax} are looked at`;
	throw new TroubleError(trouble("too much", detail, "XINFO CONSUMERS"));
}
