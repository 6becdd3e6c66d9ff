// What does one queue look like in depth? Who reads it and what they hold, where its messages come from, and what holds for it. No message is read.
import type { Look } from "#lib/core/look.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import { patienceOf } from "../../stillness.ts";
import type { LookPage } from "../../system.ts";
import { TroubleError } from "../../trouble-error.ts";
import { namedBy } from "../connection/channel.ts";
import type { Client } from "../connection/client.ts";
import type { Configured } from "../connection/configured.ts";
import { pathOf } from "../connection/paths.ts";
import { channelsOf } from "../members/channels.ts";
import { consumersIn } from "../members/consumers.ts";
import { kindOf } from "../queues/kinds.ts";
import type { Memory } from "../queues/memory.ts";
import { queueIn } from "../queues/replies.ts";
import { lineOf, type Still } from "./member-lines.ts";
import { settingsOf } from "./settings.ts";

export type Looking = {
	readonly client: Client;
	readonly configured: Configured;
	known(channel: string): Memory | undefined;
};

export async function look(
	{ client, configured, known }: Looking,
	{ kind, channel, group }: Subscription,
	{ part, offset, limit }: LookPage,
	untilMs: number,
): Promise<Look> {
	if (part !== "members")
		throw new Problem("invalid", "part unknown", { part });
	const page = await pageOf(client, channel, untilMs);
	const reply = queueIn(page);
	if (reply === null || kindOf(reply.type) !== kind || group !== null)
		throw new Problem("not found", "subscription gone");
	const consumers = consumersIn(page);
	const shown = consumers.slice(offset, offset + limit);
	const { virtualHost, name } = reply.named;
	const [bindings, channels] = await Promise.all([
		client.read(pathOf("queues", virtualHost, name, "bindings"), untilMs),
		channelsOf(
			client,
			shown.map((it) => it.channel),
			untilMs,
		),
	]);
	const nowMs = Date.now();
	const still = stillOf(known(channel), configured.patienceMs(channel), nowMs);
	return {
		...{ atMs: nowMs, part, total: consumers.length, offset },
		...{ partitions: [], pending: null, survey: null },
		members: shown.map((it) =>
			lineOf(it, channels.get(it.channel), still, nowMs),
		),
		settings: settingsOf(page, bindings, reply),
	};
}

/** All that is told of it, which is much. */
async function pageOf(
	client: Client,
	channel: string,
	untilMs: number,
): Promise<unknown> {
	const named = namedBy(channel);
	if (named === null) throw new Problem("not found", "subscription gone");
	const path = pathOf("queues", named.virtualHost, named.name);
	const answer = await client.ask({ method: "GET", path }, untilMs);
	if (answer.code === 404) throw new Problem("not found", "subscription gone");
	const why = client.refusalOf(answer, path);
	if (why !== null) throw new TroubleError(why);
	return answer.body;
}

function stillOf(
	memory: Memory | undefined,
	configuredMs: number | null,
	nowMs: number,
): Still | null {
	const held = memory?.held;
	if (!held || held.mark === null) return null;
	const forMs = Math.max(0, nowMs - held.sinceMs);
	return { forMs, isTooLong: forMs >= patienceOf(held, configuredMs) };
}
