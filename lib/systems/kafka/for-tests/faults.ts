// What does the board say while a cluster is being broken? For tests: ticks as the collector makes them, and what the cluster itself says.
import {
	findCoordinatorV6,
	listOffsetsV9,
	metadataV12,
	offsetFetchV9,
} from "@platformatic/kafka";
import { ledgerOf } from "#lib/collector/ledger.ts";
import type { Row } from "#lib/core/board.ts";
import type { Snapshot } from "#lib/core/reading.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import { parseAddress } from "#lib/systems/address.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { Cluster } from "../cluster.ts";
import { Links } from "../connection/links.ts";
import { asking } from "./asking.ts";

const asked = asking({ connectTimeout: 1_000, requestTimeout: 1_000 });

export type Tick = {
	readonly tookMs: number;
	/** Null where the whole cluster could not be read. */
	readonly snapshot: Snapshot | null;
	/** Why it could not be. */
	readonly trouble: Trouble | null;
};

export type Watch = {
	readonly links: Links;
	readonly rows: ReadonlyMap<string, Row>;
	/** Subscriptions that were ever called gone. */
	readonly gone: readonly string[];
	/** One reading of the cluster, which nobody else hears. */
	read(): Promise<Snapshot>;
	tick(): Promise<Tick>;
};

export function watch(text: string, deadlineMs: number): Watch {
	const address = parseAddress(text);
	if (!address) throw new Error("The world gives no address");
	const links = new Links(address);
	const cluster = new Cluster(links, deadlineMs);
	const fact = { name: "b", system: "kafka", address: "", everyMs: 1 };
	const ledger = ledgerOf(fact, [], null);
	const rows = new Map<string, Row>();
	const gone: string[] = [];
	return {
		links,
		rows,
		gone,
		read: () => cluster.read(),
		async tick() {
			const startMs = performance.now();
			const snapshot = await cluster.read().catch((error: unknown) => {
				if (error instanceof TroubleError) return error;
				throw error;
			});
			const tookMs = performance.now() - startMs;
			const write =
				snapshot instanceof TroubleError
					? ledger.failed(snapshot.trouble, Date.now())
					: ledger.heard(snapshot, Date.now());
			for (const row of write.rows)
				rows.set(`${row.group} ${row.channel}`, row);
			gone.push(...write.gone.map(({ id }) => id));
			return snapshot instanceof TroubleError
				? { tookMs, snapshot: null, trouble: snapshot.trouble }
				: { tookMs, snapshot, trouble: null };
		},
	};
}

/** Whether every partition has a leader that tells its end, and every group a coordinator that has its positions: the cluster's own word, past every proxy. */
export async function isWhole(
	port: number,
	topic: string,
	groups: readonly string[],
): Promise<boolean> {
	const { topics, brokers } = await asked(port, (connection) =>
		metadataV12.api.async(connection, [topic], false, false),
	);
	const partitions = topics[0]?.partitions ?? [];
	const byLeader = Map.groupBy(partitions, ({ leaderId }) => leaderId);
	for (const [leader, own] of byLeader) {
		const broker = brokers.find(({ nodeId }) => nodeId === leader);
		if (!broker) return false;
		await endsOf(broker.port, topic, own);
	}
	const { coordinators } = await asked(port, (connection) =>
		findCoordinatorV6.api.async(connection, 0, [...groups]),
	);
	const led = Map.groupBy(coordinators, (coordinator) => coordinator.port);
	for (const [own, keys] of led)
		await asked(own, (connection) =>
			offsetFetchV9.api.async(
				connection,
				keys.map(({ key }) => ({
					...{ groupId: key, memberId: null, memberEpoch: -1, topics: null },
				})),
				false,
			),
		);
	return true;
}

/** Refused for a moment also by a leader that was just elected. */
const endsOf = (
	port: number,
	topic: string,
	partitions: readonly { readonly partitionIndex: number }[],
) =>
	asked(port, (connection) =>
		listOffsetsV9.api.async(connection, -1, 0, [
			{
				name: topic,
				partitions: partitions.map(({ partitionIndex }) => ({
					...{ partitionIndex, currentLeaderEpoch: -1, timestamp: -1n },
				})),
			},
		]),
	);
