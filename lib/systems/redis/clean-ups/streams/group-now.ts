// What is there before a clean-up is planned, and again before it is done? One look at a group, its stream and its members.
import type { MemberVerdict } from "#lib/core/member.ts";
import { Problem } from "#lib/core/problem.ts";
import { ask, type Command } from "../../connection/ask.ts";
import { msOf } from "../../connection/identity.ts";
import { sentName } from "../../connection/name.ts";
import { isGone } from "../../connection/trouble-of.ts";
import { fieldOf, type Version, versionOf } from "../../connection/version.ts";
import { refuseCrowd } from "../../looks/crowd.ts";
import { type HeldSummary, heldSummaryOf } from "../../looks/replies.ts";
import type { MembersWatch } from "../../members/watch.ts";
import {
	consumersOf,
	countOf,
	type GroupReply,
	groupsOf,
	type StreamReply,
	streamOf,
} from "../../streams/replies.ts";
import type { Spot } from "../cleaner.ts";
import { asConnected } from "./connected-now.ts";

export type MemberNow = {
	readonly name: string;
	readonly holding: number;
	readonly idleMs: number;
	readonly verdict: MemberVerdict;
	/** A connection bears its name. */
	readonly isConnected: boolean;
};

export type GroupNow = {
	/** Of the server that answered; another one has another. */
	readonly runId: string;
	readonly version: Version | null;
	/** The server's time, before anything else was asked. */
	readonly atMs: number;
	readonly stream: StreamReply;
	readonly groups: readonly GroupReply[];
	readonly group: GroupReply;
	readonly members: readonly MemberNow[];
	readonly held: HeldSummary | null;
};

export type Place = Spot & {
	readonly groupKey: string | Buffer;
	readonly watch: MembersWatch;
};

export async function groupNow(place: Place): Promise<GroupNow> {
	const { client, secret, key, groupKey, watch, subscription } = place;
	await refuseCrowd(client, secret, key, subscription.group ?? "");
	const commands: readonly Command[] = [
		...([["time"], ["info", "server"]] as const),
		["xinfoBuffer", "STREAM", key],
		["xinfoBuffer", "GROUPS", key],
		["xinfoBuffer", "CONSUMERS", key, groupKey],
		["xpendingBuffer", key, groupKey],
	];
	const answers = await ask(client, secret, [...commands, ["client", "list"]]);
	const clients = answers.pop();
	const [time, info, stream, groups, consumers, held] = answers.map(
		({ error, reply }) => {
			if (error === null) return reply;
			if (isGone(error)) throw new Problem("not found", "subscription gone");
			throw error;
		},
	);
	const text = typeof info === "string" ? info : "";
	const runId = fieldOf(text, "run_id");
	const atMs = msOf({ error: null, reply: time });
	if (runId === null || atMs === null)
		throw new Error("a server that does not say who it is");
	const all = groupsOf(groups);
	const group = all.find(({ name }) => name === subscription.group);
	if (group === undefined) throw new Problem("not found", "subscription gone");
	const listed = consumersOf(consumers);
	const seen = watch.seen(subscription.channel, group.name, listed, atMs);
	const judged = new Map(seen?.judged.map((it) => [it.name, it]));
	const members = listed.map(
		({ name, holding, idleMs }): MemberNow => ({
			...{ name, holding: holding ?? 0, idleMs: idleMs ?? 0 },
			verdict: judged.get(name)?.verdict ?? "unknown",
			isConnected: judged.get(name)?.evidence.code === "connected",
		}),
	);
	const database = client.options.db ?? 0;
	return {
		...{ runId, atMs, groups: all, group },
		version: versionOf(text),
		stream: streamOf(stream),
		members: asConnected(members, clients?.reply, group.name, database),
		held: heldSummaryOf(held),
	};
}

/** Where a subscription names no group of a stream, nothing can be cleaned up. */
export function placeAt(spot: Spot, watch: MembersWatch): Place {
	const { group } = spot.subscription;
	if (group === null) throw new Problem("not found", "subscription gone");
	return { ...spot, watch, groupKey: sentName(group) };
}

/** Null where it may not be asked, or holds no stream. */
export async function lengthOf(
	{ client, secret }: Place,
	stream: string,
): Promise<number | null> {
	const [answer] = await ask(client, secret, [["xlen", sentName(stream)]]);
	return countOf(answer?.reply);
}
