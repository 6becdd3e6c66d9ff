// Who reads a stream with a group, and what does each hold? A page of the server's own list.
import type { Redis } from "ioredis";
import type { Look } from "#lib/core/look.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { LookPage } from "../../system.ts";
import { ask, type Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { isGone } from "../connection/trouble-of.ts";
import { streamKind } from "../streams/readings.ts";
import { consumersOf } from "../streams/replies.ts";

export async function lookAt(
	client: Redis,
	secret: string,
	{ kind, channel, group }: Subscription,
	{ part, offset, limit }: LookPage,
): Promise<Look> {
	if (part !== "members")
		throw new Problem("invalid", "part unknown", { part });
	if (kind !== streamKind) throw new Problem("not found", "subscription gone");
	const key = sentName(channel);
	const command: Command =
		group === null
			? ["xinfoBuffer", "GROUPS", key]
			: ["xinfoBuffer", "CONSUMERS", key, sentName(group)];
	const [answer] = await ask(client, secret, [command]);
	if (answer?.error) {
		if (isGone(answer.error))
			throw new Problem("not found", "subscription gone");
		throw answer.error;
	}
	const consumers = group === null ? [] : consumersOf(answer?.reply);
	return {
		...{ atMs: Date.now(), part, total: consumers.length, offset },
		partitions: [],
		members: consumers.slice(offset, offset + limit).map((consumer) => ({
			...consumer,
			...{ clientId: null, host: null, instanceId: null, partitions: null },
			mark: null,
		})),
		settings: [],
		pending: null,
		survey: null,
	};
}
