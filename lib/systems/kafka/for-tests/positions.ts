// How does a test make a group as it wants it? As a tool would, without a consumer that takes seconds to join.
import { randomUUID } from "node:crypto";
import {
	consumerGroupHeartbeatV0,
	findCoordinatorV6,
	offsetCommitV9,
} from "@platformatic/kafka";
import { eventually } from "#world/eventually.ts";
import { asking } from "./asking.ts";

const asked = asking();

/** One position a partition, from 0 on. Makes the group when it is missing, and asks again while the broker still loads it. */
export async function commit(
	port: number,
	group: string,
	topic: string,
	positions: readonly number[],
): Promise<void> {
	const topics = [{ name: topic, partitions: committed(positions) }];
	await eventually(async () => {
		const found = await asked(port, (connection) =>
			findCoordinatorV6.api.async(connection, 0, [group]),
		);
		await asked(found.coordinators[0]?.port ?? port, (connection) =>
			offsetCommitV9.api.async(connection, group, -1, "", null, topics),
		);
		return true;
	}, 20_000);
}

/** A member of the newer kind of group, which the broker itself gives its partitions; it stays until its session ends. */
export async function join(
	port: number,
	group: string,
	topic: string,
): Promise<void> {
	const memberId = randomUUID();
	const beat = consumerGroupHeartbeatV0.api.async;
	const topics = [topic];
	const rejoinMs = 60_000;
	await eventually(
		() =>
			asked(port, (connection) =>
				beat(
					...([connection, group, memberId, 0, null, null] as const),
					...([rejoinMs, topics, null, null] as const),
					[],
				),
			),
		20_000,
	);
}

/** The same for many groups at once, with one connection to each node. Returns the groups of each coordinator, by its port. */
export async function commitAll(
	port: number,
	groups: readonly string[],
	topic: string,
	positions: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
	const [first = ""] = groups;
	await commit(port, first, topic, positions);
	const topics = [{ name: topic, partitions: committed(positions) }];
	// Each of the broker's own partitions of groups loads by itself.
	return eventually(async () => {
		const { coordinators } = await asked(port, (connection) =>
			findCoordinatorV6.api.async(connection, 0, [...groups]),
		);
		const byPort = Map.groupBy(coordinators, (coordinator) => coordinator.port);
		for (const [own, led] of byPort)
			await asked(own, (connection) =>
				Promise.all(
					led.map(({ key }) =>
						offsetCommitV9.api.async(connection, key, -1, "", null, topics),
					),
				),
			);
		return new Map(
			[...byPort].map(([own, led]) => [own, led.map(({ key }) => key)]),
		);
	}, 20_000);
}

const committed = (positions: readonly number[]) =>
	positions.map((position, partitionIndex) => ({
		partitionIndex,
		committedOffset: BigInt(position),
		committedLeaderEpoch: -1,
		committedMetadata: "",
	}));
