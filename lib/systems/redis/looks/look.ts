// Who reads a stream with a group, what does each hold, and is it there? A page of the server's own list, judged.
import type { Redis } from "ioredis";
import type { Look, MemberLine } from "#lib/core/look.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { LookPage } from "../../system.ts";
import { ask, type Command } from "../connection/ask.ts";
import { msOf } from "../connection/identity.ts";
import { sentName } from "../connection/name.ts";
import { isGone } from "../connection/trouble-of.ts";
import type { MembersWatch } from "../members/watch.ts";
import { streamKind } from "../streams/readings.ts";
import { consumersOf } from "../streams/replies.ts";
import { refuseCrowd } from "./crowd.ts";
import { heldSince } from "./held-since.ts";
import { linesOf } from "./member-lines.ts";

export async function lookAt(
	client: Redis,
	secret: string,
	members: MembersWatch,
	{ kind, channel, group }: Subscription,
	{ part, offset, limit }: LookPage,
): Promise<Look> {
	if (part !== "members")
		throw new Problem("invalid", "part unknown", { part });
	if (kind !== streamKind) throw new Problem("not found", "subscription gone");
	const key = sentName(channel);
	if (group !== null) await refuseCrowd(client, secret, key, group);
	const command: Command =
		group === null
			? ["xinfoBuffer", "GROUPS", key]
			: ["xinfoBuffer", "CONSUMERS", key, sentName(group)];
	const [answer, time] = await ask(client, secret, [command, ["time"]]);
	if (answer?.error) {
		if (isGone(answer.error))
			throw new Problem("not found", "subscription gone");
		throw answer.error;
	}
	let total = 0;
	let page: readonly MemberLine[] = [];
	if (group !== null) {
		const consumers = consumersOf(answer?.reply);
		const nowMs = msOf(time) ?? Date.now();
		const seen = members.seen(channel, group, consumers, nowMs);
		const lines = linesOf(consumers, seen);
		total = lines.length;
		page = await heldSince(
			...([client, secret, key, sentName(group)] as const),
			lines.slice(offset, offset + limit),
		);
	}
	return {
		...{ atMs: Date.now(), part, total, offset },
		...{ partitions: [], members: page, settings: [] },
		...{ pending: null, survey: null },
	};
}
