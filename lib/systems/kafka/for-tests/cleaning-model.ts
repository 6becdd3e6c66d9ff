// Who joins, leaves and commits while something is done to a group, and what of its positions may have changed then?
import { randomUUID } from "node:crypto";
import {
	type Connection,
	consumerGroupHeartbeatV0,
	offsetCommitV9,
} from "@platformatic/kafka";
import type { Admin } from "kafkajs";
import type { Whereto } from "#lib/core/clean-up/clean-up.ts";
import type { Random } from "#world/random.ts";
import { assignmentOf, giveOut, join, leave } from "./members.ts";

export const kinds = ["consumer", "classic"] as const;
type Kind = (typeof kinds)[number];

type Member = { readonly id: string; readonly epoch: number };
/** By "topic partition"; what is not there has no position. */
export type Positions = ReadonlyMap<string, number>;

export const keyOf = (topic: string, partition: number) =>
	`${topic} ${partition}`;

export type GroupWorld = ReturnType<typeof openGroup>;

export type GroupAsked = {
	readonly group: string;
	readonly kind: Kind;
	readonly topics: readonly string[];
	readonly partitions: number;
	/** Messages in each partition. */
	readonly messages: number;
	readonly connection: Connection;
	readonly admin: Admin;
	readonly random: Random;
};

export function openGroup(asked: GroupAsked) {
	const { group, kind, topics, connection, admin, random } = asked;
	const members: Member[] = [];
	const log: string[] = [];
	/** What members committed since somebody last asked. */
	const committed = new Map<string, Set<number>>();
	const below = (n: number) => Math.floor(random() * n);

	async function enter(): Promise<void> {
		// Those of a classic group would wait for each other.
		if (members.length > 0 && (kind === "classic" || below(2) === 0)) return;
		members.push(await (kind === "classic" ? joined() : beaten()));
		log.push("join");
	}

	async function beaten(): Promise<Member> {
		const id = randomUUID();
		const { memberEpoch } = await heartbeat(id, 0);
		return { id, epoch: memberEpoch };
	}

	const heartbeat = (id: string, epoch: number) =>
		consumerGroupHeartbeatV0.api.async(
			...([connection, group, id, epoch, null, null, 15_000] as const),
			...([epoch === 0 ? [...topics] : null, null, null] as const),
			epoch === 0 ? [] : null,
		);

	async function joined(): Promise<Member> {
		const it = await join(connection, { group, topics });
		const assigned = assignmentOf(topics[0] ?? "", [0]);
		await giveOut(connection, { group }, it, assigned);
		return { id: it.memberId, epoch: it.generationId };
	}

	async function go(): Promise<void> {
		const [member] = members.splice(below(members.length), 1);
		if (member === undefined) return;
		if (kind === "classic") await leave(connection, group, member.id);
		else await heartbeat(member.id, -1);
		log.push("leave");
	}

	/** As a member, or where there is none as any tool would. */
	async function commit(): Promise<void> {
		const { id, epoch } = members[below(members.length)] ?? {
			...{ id: "", epoch: -1 },
		};
		const topic = topics[below(topics.length)] ?? "";
		const [partition, position] = [
			...[below(asked.partitions), below(asked.messages + 1)],
		] as const;
		const row = {
			...{ partitionIndex: partition, committedOffset: BigInt(position) },
			...{ committedLeaderEpoch: -1, committedMetadata: `note ${below(9)}` },
		};
		const its = [{ name: topic, partitions: [row] }];
		try {
			await offsetCommitV9.api.async(connection, group, epoch, id, null, its);
		} catch {
			// A member that has not heard of the latest generation is refused.
			return;
		}
		const key = keyOf(topic, partition);
		committed.set(key, (committed.get(key) ?? new Set()).add(position));
		log.push(`commit ${key}: ${position}`);
	}

	async function live(steps: number): Promise<void> {
		for (let i = below(steps + 1); i > 0; i--)
			await ([enter, go, commit, commit][below(4)] ?? commit)();
	}

	return {
		...{ group, log, below, enter, go, commit, live },
		hasMembers: () => members.length > 0,
		async empty() {
			while (members.length > 0) await go();
		},
		committedSince() {
			const since = new Map(committed);
			committed.clear();
			return since;
		},
		positions: () => positionsOf(admin, group, topics),
		whereto(): Whereto {
			const choices: readonly Whereto[] = [
				{ place: "first" },
				{ place: "end" },
				{ place: "shift", messages: below(2) === 0 ? -1 : 2 },
				{ place: "exact", position: below(asked.messages + 3) },
			];
			return choices[below(choices.length)] ?? { place: "first" };
		},
	};
}

export async function positionsOf(
	admin: Admin,
	group: string,
	topics: readonly string[],
): Promise<Positions> {
	const all = await admin.fetchOffsets({
		...{ groupId: group, topics: [...topics] },
	});
	const rows = all.flatMap(({ topic, partitions }) =>
		partitions.map(
			({ partition, offset }) =>
				[keyOf(topic, partition), Number(offset)] as const,
		),
	);
	return new Map(rows.filter(([, position]) => position >= 0));
}
