// Is only what somebody chose to see asked for and shown?

import { Kafka, logLevel } from "kafkajs";
import { expect, inject, onTestFinished, test } from "vitest";
import { parseAddress } from "#lib/systems/address.ts";
import { commit } from "../for-tests/positions.ts";
import { kafka } from "../index.ts";

const address = parseAddress(inject("kafkaAddress"));
const port = address?.hosts[0]?.port;
if (!address || !port) throw new Error("No broker was given");
const brokers = [`127.0.0.1:${port}`];

let made = 0;
const unique = () => `chosen-${process.pid}-${++made}`;

/** Two groups, each in two topics, and in a topic of the cluster's own. */
async function scene() {
	const name = unique();
	const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
	await admin.connect();
	const [orders, mail] = [`${name}-orders`, `${name}-mail`];
	const topics = [{ topic: orders }, { topic: mail }];
	await admin.createTopics({ topics, waitForLeaders: true });
	await admin.disconnect();
	for (const group of [`${name}-a`, `${name}-b`])
		for (const topic of [orders, mail, "__consumer_offsets"])
			await commit(port ?? 0, group, topic, [0]);
	return name;
}

async function seen(name: string, settings: unknown) {
	if (!address) throw new Error("No broker was given");
	const connection = kafka.open({
		...{ broker: "b", address, deadlineMs: 5_000 },
		settings: kafka.settings(() => null).parse(settings),
	});
	onTestFinished(() => connection.close());
	const { readings, complete, troubles } = await connection.read();
	expect({ complete, troubles }).toEqual({ complete: true, troubles: [] });
	return readings
		.filter(({ group }) => group?.startsWith(name))
		.map(({ group, channel }) => `${group} ${channel}`.replaceAll(name, ""))
		.sort();
}

test("everything but internal topics, unless something else was chosen", async () => {
	const name = await scene();
	expect(await seen(name, {})).toEqual([
		...["-a -mail", "-a -orders", "-b -mail", "-b -orders"],
	]);
	const internal = ["-a __consumer_offsets", "-b __consumer_offsets"];
	const all = await seen(name, { internal: "true" });
	expect(all).toEqual(expect.arrayContaining(internal));
	expect(all.length).toBe(6);
	expect(await seen(name, { topics: { include: "*-ORDERS" } })).toEqual([
		"-a -orders",
		"-b -orders",
	]);
	expect(
		await seen(name, {
			topics: { exclude: ["*-orders"] },
			groups: { include: [`${name}-*`], exclude: "*-b" },
		}),
	).toEqual(["-a -mail"]);
	expect(await seen(name, { groups: { include: "nobody" } })).toEqual([]);
});
