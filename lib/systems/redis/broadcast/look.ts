// Who listens at this moment, since when, and how much waits for each? The server's list, most behind first.
import type { Redis } from "ioredis";
import type { Look, MemberLine } from "#lib/core/look.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { LookPage } from "../../system.ts";
import { ask } from "../connection/ask.ts";
import type { Judged } from "./behind.ts";
import { type Listener, listenersIn } from "./listeners.ts";
import { listenersKind, shardKind } from "./readings.ts";

export async function lookAtListeners(
	client: Redis,
	secret: string,
	known: readonly Judged[] | null,
	{ kind }: Subscription,
	{ part, offset, limit }: LookPage,
): Promise<Look> {
	if (part !== "members")
		throw new Problem("invalid", "part unknown", { part });
	const [answer] = await ask(client, secret, [["client", "list"]]);
	if (answer?.error) throw answer.error;
	const text = typeof answer?.reply === "string" ? answer.reply : "";
	const listeners = listenersIn(text)
		.filter((it) => couldHear(it, kind))
		.sort((a, b) => b.bytes - a.bytes || a.id - b.id);
	const judged = new Map(known?.map((it) => [it.id, it]));
	return {
		...{ atMs: Date.now(), part, total: listeners.length, offset },
		members: listeners
			.slice(offset, offset + limit)
			.map((it) => lineOf(it, judged.get(it.id) ?? null)),
		...{ partitions: [], settings: [], pending: null, survey: null },
	};
}

/** The same page over all servers: each is asked for as many as could stand before its end. */
export async function lookEverywhere<Node>(
	page: LookPage,
	nodes: readonly Node[],
	look: (node: Node, page: LookPage) => Promise<Look>,
): Promise<Look> {
	const limit = page.offset + page.limit;
	const looks = await Promise.all(
		nodes.map((node) => look(node, { ...page, offset: 0, limit })),
	);
	const members = looks
		.flatMap((it) => it.members)
		.sort((a, b) => (b.output?.bytes ?? 0) - (a.output?.bytes ?? 0));
	return {
		...{ atMs: Date.now(), part: page.part, offset: page.offset },
		total: looks.reduce((sum, it) => sum + it.total, 0),
		members: members.slice(page.offset, limit),
		...{ partitions: [], settings: [], pending: null, survey: null },
	};
}

/** Who of them listens to which channel the server does not say. */
function couldHear(it: Listener, kind: string): boolean {
	if (kind === listenersKind) return true;
	return kind === shardKind ? it.shards > 0 : it.channels + it.patterns > 0;
}

const lineOf = (it: Listener, judged: Judged | null): MemberLine => ({
	name: `id ${it.id}`,
	...{ clientId: it.name || null, host: it.address },
	...{ instanceId: null, partitions: null, holding: null },
	...{ idleMs: it.idleMs, oldestHeldMs: null },
	...{ verdict: null, evidence: null, mark: null },
	output: {
		...{ ageMs: it.ageMs, bytes: it.bytes },
		share: shareOf(it, judged),
		behindSinceMs: judged?.behindSinceMs ?? null,
	},
});

const shareOf = (it: Listener, judged: Judged | null): number | null =>
	judged?.limitBytes == null ? null : it.bytes / judged.limitBytes;
