// Are the rights our documents ask for enough, and does each that is missing say so instead of looking idle?
import { type AclEntry, Kafka, logLevel } from "kafkajs";
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	onTestFinished,
	test,
} from "vitest";
import type { Snapshot } from "#lib/core/reading.ts";
import { parseAddress } from "#lib/systems/address.ts";
import type { Connection } from "#lib/systems/system.ts";
import { eventually } from "#world/eventually.ts";
import { kafkaToday } from "#world/kafka-jars.mjs";
import { runDocumented, toKnowMore, toRead } from "../for-tests/documented.ts";
import { type Doors, openDoors } from "../for-tests/doors.ts";
import { previews } from "../for-tests/own.ts";
import { commit, join as joinGroup } from "../for-tests/positions.ts";
import { kafka } from "../index.ts";

describe.each(kafkaToday)("Kafka %s", (version) => {
	let doors: Doors;
	let port: number;
	beforeAll(async () => {
		doors = await openDoors(previews[version], version);
		port = doors.world.nodes[0]?.port ?? 0;
		const topics = ["orders", "refunds"].map((topic) => ({
			topic,
			numPartitions: 1,
		}));
		await doors.world.createTopics(topics);
		const client = new Kafka({
			brokers: [...doors.world.brokers],
			logLevel: logLevel.NOTHING,
		});
		const producer = client.producer();
		await producer.connect();
		for (const { topic } of topics)
			await producer.send({
				topic,
				messages: Array(5).fill({ value: "canary" }),
			});
		await producer.disconnect();
		for (const group of ["billing", "mailing"])
			for (const { topic } of topics) await commit(port, group, topic, [2]);
	});
	afterAll(() => doors?.stop());
	beforeEach(() =>
		doors.world.withAdmin(async (admin) => {
			await admin.deleteAcls({
				filters: [
					{
						resourceType: 1,
						resourcePatternType: 1,
						operation: 1,
						permissionType: 1,
					},
				],
			});
		}),
	);

	const types = { topic: 2, group: 3, cluster: 4 } as const;
	const operations = { Read: 3, Describe: 8, DescribeConfigs: 10 } as const;
	type Right = readonly [
		operation: keyof typeof operations,
		type: keyof typeof types,
		name: string,
	];

	const acl = ([operation, type, resourceName]: Right): AclEntry => ({
		...{ principal: "User:reader", host: "*", permissionType: 3 },
		...{ resourceType: types[type], resourceName, resourcePatternType: 3 },
		operation: operations[operation],
	});

	/** As docs/connecting.md lists them. */
	const least: readonly Right[] = [
		["Describe", "cluster", "kafka-cluster"],
		["Describe", "group", "*"],
		["Describe", "topic", "*"],
	];
	async function grant(rights: readonly Right[]): Promise<void> {
		await doors.world.withAdmin(async (admin) => {
			await admin.createAcls({ acl: rights.map(acl) });
		});
	}

	async function take(right: Right): Promise<void> {
		const { resourcePatternType, ...filter } = acl(right);
		await doors.world.withAdmin(async (admin) => {
			await admin.deleteAcls({ filters: [{ ...filter, resourcePatternType }] });
		});
	}

	function open(): Connection {
		const address = parseAddress(
			`kafka://reader:pass%20reader@${doors.at("clear")}?mechanism=PLAIN`,
		);
		if (!address) throw new Error("No address");
		const connection = kafka.open({ broker: "b", address, deadlineMs: 5_000 });
		onTestFinished(() => connection.close());
		return connection;
	}

	/** Rights reach the broker a moment after they were given. */
	const reads = <T>(
		connection: Connection,
		find: (snapshot: Snapshot) => T | undefined | false,
	) =>
		eventually(
			async () => find(await connection.read()) || undefined,
			15_000,
			200,
		);

	const all = [
		"billing orders",
		"billing refunds",
		"mailing orders",
		"mailing refunds",
	];
	const namesIn = ({ readings }: Snapshot) =>
		readings.map(({ group, channel }) => `${group} ${channel}`).sort();
	const lagsIn = ({ readings }: Snapshot) => readings.map(({ lag }) => lag);
	const isWhole = (snapshot: Snapshot) =>
		namesIn(snapshot).length === all.length && snapshot;
	const troubleOf = ({ troubles }: Snapshot, part: string) =>
		troubles.find((one) => one.part === part);

	test("the least rights are enough to read every group, its lag and its members, and to look", async () => {
		await runDocumented(doors, toRead);
		const connection = open();
		const snapshot = await reads(connection, isWhole);
		expect(snapshot).toMatchObject({ complete: true, troubles: [] });
		expect(namesIn(snapshot)).toEqual(all);
		expect(lagsIn(snapshot)).toEqual(Array(4).fill({ n: 3, bound: "exact" }));
		expect(snapshot.readings.map(({ members }) => members?.registered)).toEqual(
			[0, 0, 0, 0],
		);
		const look = await connection.look(
			{ broker: "b", kind: "topic", channel: "orders", group: "billing" },
			{ part: "partitions", sort: "partition", offset: 0, limit: 10 },
		);
		expect(look.partitions).toMatchObject([
			{ partition: 0, position: 2, start: 0, end: 5, lag: 3 },
		]);
	});

	test("with further rights, how long messages are kept is known as well", async () => {
		await runDocumented(doors, [...toRead, ...toKnowMore]);
		const connection = open();
		const snapshot = await reads(
			connection,
			(one) =>
				isWhole(one) &&
				one.readings.every(({ marginMs }) => marginMs !== null) &&
				one,
		);
		expect(snapshot.troubles).toEqual([]);
	});

	test("with no right at all, it is told that groups are hidden", async () => {
		const connection = open();
		const snapshot = await reads(
			connection,
			(one) => troubleOf(one, "groups") && one,
		);
		expect(snapshot.readings).toEqual([]);
		expect(troubleOf(snapshot, "groups")).toMatchObject({
			code: "not allowed",
			detail: "none is listed: DESCRIBE is missing on groups",
		});
	});

	test("without a right on topics, it is told that they are hidden", async () => {
		await grant(least.filter(([, type]) => type !== "topic"));
		const connection = open();
		const snapshot = await reads(
			connection,
			(one) => troubleOf(one, "topics") && one,
		);
		expect(troubleOf(snapshot, "topics")).toMatchObject({
			code: "not allowed",
			detail: "none is named: DESCRIBE is missing on topics",
		});
	});

	test("groups that may not be described are named, and the others are read", async () => {
		await grant([
			...least.filter(([, type]) => type !== "group"),
			["Describe", "group", "billing"],
		]);
		const connection = open();
		const snapshot = await reads(
			connection,
			(one) => one.readings.length === 2 && one,
		);
		expect(troubleOf(snapshot, "groups")).toMatchObject({
			code: "not allowed",
			detail: "DESCRIBE is missing on mailing",
		});
		expect(snapshot.complete).toBe(true);
		expect(namesIn(snapshot)).toEqual(["billing orders", "billing refunds"]);
	});

	test("rights on a few groups and topics are enough for those, and nothing is told of others", async () => {
		await grant([
			["Describe", "group", "billing"],
			["Describe", "topic", "orders"],
		]);
		const connection = open();
		const snapshot = await reads(
			connection,
			(one) => one.readings.length === 1 && one,
		);
		expect(namesIn(snapshot)).toEqual(["billing orders"]);
		expect(snapshot.troubles).toEqual([]);
	});

	const taken: readonly (readonly [
		string,
		Right,
		readonly Right[],
		string,
		readonly string[],
	])[] = [
		[
			"a group's, which is still listed",
			["Describe", "group", "*"],
			least,
			"GROUP_AUTHORIZATION_FAILED",
			all,
		],
		[
			"a group's, which is then not listed",
			["Describe", "group", "mailing"],
			[
				["Describe", "group", "billing"],
				["Describe", "group", "mailing"],
				["Describe", "topic", "*"],
			],
			"GROUP_AUTHORIZATION_FAILED",
			["mailing orders", "mailing refunds"],
		],
		[
			"a topic's, which then is not named",
			["Describe", "topic", "refunds"],
			[
				["Describe", "group", "*"],
				["Describe", "topic", "orders"],
				["Describe", "topic", "refunds"],
			],
			"TOPIC_AUTHORIZATION_FAILED",
			["billing refunds", "mailing refunds"],
		],
	];

	test.each(taken)(
		"when a right is taken away, rows say so and keep their place: %s",
		async (_, right, rights, detail, blank) => {
			await grant(rights);
			const connection = open();
			await reads(connection, isWhole);
			await take(right);
			const snapshot = await reads(connection, (one) => {
				const silent = one.readings.filter(({ trouble }) => trouble !== null);
				return silent.length === blank.length && isWhole(one);
			});
			const silent = snapshot.readings.filter(
				({ trouble }) => trouble !== null,
			);
			expect(namesIn({ ...snapshot, readings: silent })).toEqual([...blank]);
			for (const { trouble, lag } of silent)
				expect([trouble?.code, trouble?.detail, lag]).toEqual([
					"not allowed",
					detail,
					null,
				]);
			expect(snapshot.gone).toEqual([]);
			expect(snapshot.troubles.length).toBeGreaterThan(0);
		},
	);

	test("members who read a topic that may not be seen are told as unknown, where the broker minds", async () => {
		await joinGroup(port, "joined", "refunds");
		await commit(port, "late", "orders", [1]);
		await grant([
			...least.filter(([, type]) => type !== "topic"),
			["Describe", "topic", "orders"],
		]);
		const connection = open();
		if (version === "3.9.1") {
			// It asks for no right on what its members read.
			const { complete, troubles } = await reads(
				connection,
				(one) => one.readings.length > 0 && one,
			);
			expect({ complete, troubles }).toEqual({ complete: true, troubles: [] });
			return;
		}
		const snapshot = await reads(
			connection,
			(one) => troubleOf(one, "members") && one,
		);
		expect(troubleOf(snapshot, "members")).toMatchObject({
			code: "not allowed",
			detail: "DESCRIBE is missing on topics that are read by joined",
		});
	});
});
