// How does a test write, delete and forbid on a Kafka of its own? As producers and administrators do.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import {
	AclOperationTypes,
	AclPermissionTypes,
	AclResourceTypes,
	type Admin,
	type ITopicConfig,
	Kafka,
	logLevel,
	ResourcePatternTypes,
} from "kafkajs";
import { commandOf } from "#lib/core/command.ts";
import { jarsFolder, kafkaVersion } from "#world/kafka-jars.mjs";
import { kind } from "../positions/readings.ts";
import { words } from "../words.ts";
import { makeTopic, removeGroup, removeTopic } from "./topics.ts";

let made = 0;
export const unique = (word: string) => `${word}-${process.pid}-${++made}`;

export type TestCluster = ReturnType<typeof clusterAt>;

export function clusterAt(broker: string) {
	const client = new Kafka({
		...{ brokers: [broker], logLevel: logLevel.NOTHING },
		retry: { retries: 8, maxRetryTime: 2_000 },
	});
	const withAdmin = async <T>(work: (admin: Admin) => Promise<T>) => {
		const admin = client.admin();
		await admin.connect();
		try {
			return await work(admin);
		} finally {
			await admin.disconnect();
		}
	};
	const port = Number(broker.split(":").at(-1));
	const create = (topic: string, more: Partial<ITopicConfig> = {}) =>
		withAdmin((admin) => makeTopic(admin, port, { topic, ...more }));
	const write = async (topic: string, count: number) => {
		const producer = client.producer();
		await producer.connect();
		const messages = Array(count).fill({ key: "k", value: "x" });
		await producer.send({ topic, messages });
		await producer.disconnect();
	};
	return {
		...{ client, withAdmin, create, write },
		async topicWith(count: number, more: Partial<ITopicConfig> = {}) {
			const topic = unique("topic");
			await create(topic, more);
			if (count > 0) await write(topic, count);
			return topic;
		},
		remove: (topic: string) => withAdmin((admin) => removeTopic(admin, topic)),
		removeGroup: (group: string) =>
			withAdmin((admin) => removeGroup(admin, group)),
		/** Under the same name, with so many messages. */
		async makeAgain(topic: string, count: number) {
			await withAdmin((admin) => removeTopic(admin, topic));
			await create(topic);
			await write(topic, count);
		},
		forbid: (kind: Guarded, name: string, what: "describe" | "read") =>
			withAdmin((admin) =>
				admin.createAcls({ acl: rulesFor(kind, name, what) }),
			),
		/** What somebody sees who asks Kafka's own tool: the lag of each partition of this group. */
		toolLags: async (group: string) =>
			(await toolTable(broker, group)).map(({ lag }) => lag),
		toolTable: (group: string) => toolTable(broker, group),
	};
}

type Guarded = "topic" | "group" | "cluster";
const resourceTypes = {
	topic: AclResourceTypes.TOPIC,
	group: AclResourceTypes.GROUP,
	cluster: AclResourceTypes.CLUSTER,
};

/** Of a resource that has a rule, whatever no rule allows is forbidden. */
function rulesFor(kind: Guarded, name: string, what: "describe" | "read") {
	const resource = {
		resourceType: resourceTypes[kind],
		resourceName: name,
		resourcePatternType: ResourcePatternTypes.LITERAL,
		...{ principal: "User:ANONYMOUS", host: "*" },
	};
	const deny = {
		...resource,
		operation:
			what === "read" ? AclOperationTypes.READ : AclOperationTypes.DESCRIBE,
		permissionType: AclPermissionTypes.DENY,
	};
	const allow = {
		...resource,
		operation: AclOperationTypes.ALL,
		permissionType: AclPermissionTypes.ALLOW,
	};
	return [allow, deny];
}

/** The table of one group, its own columns aside: topic, partition, position, end and lag as the tool prints them. */
async function toolTable(broker: string, group: string) {
	const tool = "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand";
	const java = [
		...["java", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"],
		...["-cp", `'${jarsFolder(kafkaVersion)}/*'`, tool],
	];
	// The line that a row gives to copy, with what that script would start in its place.
	const asked = { channel: "", group, address: `kafka://${broker}` };
	const line = commandOf(words.kinds[kind]?.command ?? [], asked) ?? "";
	const { stdout } = await promisify(execFile)("sh", [
		"-c",
		line.replace("kafka-consumer-groups.sh", java.join(" ")),
	]);
	const [head = "", ...rows] = stdout
		.split("\n")
		.filter((line) => /^GROUP\s|^\S+\s+\S+\s+\d+\s/.test(line))
		.map((line) => line.trim());
	const names = head.split(/\s+/);
	return rows.map((row) => {
		const cells = row.split(/\s+/);
		const cell = (name: string) => cells[names.indexOf(name)] ?? "";
		return {
			...{ topic: cell("TOPIC"), partition: cell("PARTITION") },
			...{ position: cell("CURRENT-OFFSET"), end: cell("LOG-END-OFFSET") },
			lag: cell("LAG"),
		};
	});
}
