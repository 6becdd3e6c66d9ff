// Are a topic's rules read as they were set?
import { Kafka, logLevel } from "kafkajs";
import { expect, inject, onTestFinished, test } from "vitest";
import { parseAddress } from "#lib/systems/address.ts";
import { Links } from "../connection/links.ts";
import { Rules } from "../positions/rules.ts";
import { metadata } from "../protocol/metadata.ts";

const address = parseAddress(inject("kafkaAddress"));
const [host] = address?.hosts ?? [];
if (!address || !host) throw new Error("No broker was given");

test("topics say what they remove, and the broker how long it keeps positions", async () => {
	const [plain, compacted] = ["plain", "compacted"].map(
		(word) => `rules-${word}-${process.pid}`,
	);
	const admin = new Kafka({
		brokers: [`${host.host}:${host.port}`],
		logLevel: logLevel.NOTHING,
	}).admin();
	onTestFinished(() => admin.disconnect());
	await admin.connect();
	await admin.createTopics({
		topics: [
			{
				topic: plain ?? "",
				configEntries: [
					{ name: "retention.ms", value: "60000" },
					{ name: "message.timestamp.type", value: "LogAppendTime" },
				],
			},
			{
				topic: compacted ?? "",
				configEntries: [{ name: "cleanup.policy", value: "compact" }],
			},
		],
	});
	const links = new Links(address);
	onTestFinished(() => links.close());
	const untilMs = performance.now() + 5_000;
	links.settle((await links.first(metadata([]), untilMs)).nodes);
	const rules = new Rules();
	const topics = [plain, compacted].map((name = "") => ({ name, id: "1" }));
	await rules.read(links, topics, untilMs);
	expect(topics.map(({ name }) => rules.of(name))).toEqual([
		{
			retentionMs: 60_000,
			retentionBytes: Infinity,
			compacted: false,
			timestampType: "append",
		},
		{
			retentionMs: Infinity,
			retentionBytes: Infinity,
			compacted: true,
			timestampType: "create",
		},
	]);
	expect(rules.positionsKeptMs).toBe(7 * 24 * 3_600_000);
});
