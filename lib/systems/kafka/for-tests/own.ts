// What does a test file need that has a Kafka of its own, with rules of its own?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { parseAddress } from "#lib/systems/address.ts";
import type { Connection } from "#lib/systems/system.ts";
import { type KafkaWorld, startKafka } from "#world/kafka.ts";
import { type KafkaVersion, kafkaVersion } from "#world/kafka-jars.mjs";
import { kafka } from "../index.ts";
import { clusterAt, type TestCluster } from "./cluster.ts";

/** What an older one has as a preview only, and off unless asked for. */
export const previews: Readonly<
	Record<KafkaVersion, Readonly<Record<string, string>>>
> = {
	"4.3.1": {},
	"3.9.1": { "group.coordinator.rebalance.protocols": "classic,consumer" },
};

export type Own = {
	readonly cluster: TestCluster;
	readonly port: number;
	connect(): Connection;
};

/** Everything is allowed there that no rule speaks of. Started before the tests of a file and ended after them. */
export function ownKafka(
	settings: Readonly<Record<string, string>> = {},
	version: KafkaVersion = kafkaVersion,
): Own {
	let folder = "";
	let world: KafkaWorld | null = null;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "tidemark-own-"));
		world = await startKafka({
			...{ nodes: 1, folder, version },
			settings: {
				"authorizer.class.name":
					"org.apache.kafka.metadata.authorizer.StandardAuthorizer",
				"allow.everyone.if.no.acl.found": "true",
				...previews[version],
				...settings,
			},
		});
	});
	afterAll(async () => {
		await world?.stop();
		await rm(folder, { recursive: true, force: true });
	});
	return {
		get cluster() {
			return clusterAt(world?.brokers[0] ?? "");
		},
		get port() {
			return world?.nodes[0]?.port ?? 0;
		},
		connect() {
			const address = parseAddress(world?.address ?? "");
			if (!address) throw new Error("No broker was given");
			return kafka.open({ broker: "b", address, deadlineMs: 5_000 });
		},
	};
}
