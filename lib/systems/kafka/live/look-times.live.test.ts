// What does a look show of ages and margins, and what does it cost to know them?
import { afterAll, expect, onTestFinished, test } from "vitest";
import type { LookSort } from "#lib/core/look.ts";
import { Cluster } from "../cluster.ts";
import { Links } from "../connection/links.ts";
import { clusterAt } from "../for-tests/cluster.ts";
import { commit, join } from "../for-tests/positions.ts";
import {
	expectNear,
	hour,
	type Message,
	minute,
	readingOf,
	startTimes,
	unique,
} from "../for-tests/times.ts";

const stage = await startTimes();
afterAll(() => stage.stop());
const { port, open, newTopic, write, writeAtOnce } = stage;

/** A cluster read without a product around it, and what each tick asked of it. */
function counted() {
	const links = new Links(stage.address);
	onTestFinished(() => links.close());
	const cluster = new Cluster(links, 5_000);
	const askedOf = (name: string) =>
		[...links.traffic.values()].reduce(
			(sum, { asked }) => sum + (asked.get(name) ?? 0),
			0,
		);
	return async (group: string) => {
		const fetches = askedOf("Fetch");
		const offsets = askedOf("ListOffsets");
		const { readings } = await cluster.read();
		return {
			reading: readings.find((it) => it.group === group),
			fetches: askedOf("Fetch") - fetches,
			offsets: askedOf("ListOffsets") - offsets,
		};
	};
}

/** So many that nobody asks whether they are only markers. */
const many: readonly Message[] = Array(30).fill({ agoMs: hour });
const inPartition1 = many.map((one) => ({ ...one, partition: 1 }));

test("what was found out once is not asked again, and a quiet tick asks only for the ends", async () => {
	const topic = await newTopic(2);
	const group = unique("group");
	await writeAtOnce(topic, [...many, ...inPartition1]);
	await commit(port, group, topic, [0, 0]);
	const tick = counted();
	const first = await tick(group);
	const [takeovers, ends, starts, stableEnds, byTime] = [1, 1, 1, 1, 7];
	const offsets = takeovers + ends + starts + stableEnds + byTime;
	expect(first).toMatchObject({ fetches: 0, offsets });
	const second = await tick(group);
	expect(second.reading?.timeLagMs?.bound).toBe("exact");
	expect(second.fetches).toBeGreaterThan(0);
	for (let more = 0; more < 3; more++)
		expect(await tick(group)).toMatchObject({ fetches: 0, offsets: 1 });
});

test("without the right to read a topic its age stays about, and its records are asked for no more", async () => {
	const topic = await newTopic(1);
	const group = unique("group");
	await write(topic, { agoMs: 3 * hour }, { agoMs: 2 * hour });
	await writeAtOnce(topic, many);
	await commit(port, group, topic, [1]);
	await clusterAt(stage.broker).forbid("topic", topic, "read");
	const tick = counted();
	await tick(group);
	await tick(group);
	const { reading, fetches } = await tick(group);
	expect(fetches).toBe(0);
	expect(reading?.timeLagMs?.bound).toBe("about");
	expect(reading?.timeLagMs?.n).toBeGreaterThan(hour);
});

test("a look shows each partition's age, margin and last movement, in the order asked for over all pages", async () => {
	const topic = await newTopic(3, { "retention.ms": String(3 * hour) });
	const group = unique("group");
	await write(
		topic,
		{ partition: 0, agoMs: 20 * minute },
		{ partition: 1, agoMs: 50 * minute },
		{ partition: 1 },
		...Array(5).fill({ partition: 2 }),
	);
	await commit(port, group, topic, [0, 0, 1]);
	const connection = open();
	await readingOf(connection, group);
	await commit(port, group, topic, [0, 0, 2]);
	await readingOf(connection, group);
	const shown = async (sort: LookSort, offset = 0) => {
		const { partitions, total } = await connection.look(
			{ broker: "b", kind: "topic", channel: topic, group },
			{ part: "partitions", sort, offset, limit: 2 },
		);
		expect(total).toBe(3);
		return partitions.map(({ partition }) => partition);
	};
	expect(await shown("lag")).toEqual([2, 1]);
	expect(await shown("timeLag")).toEqual([1, 0]);
	expect(await shown("margin", 1)).toEqual([0, 2]);
	expect(await shown("partition")).toEqual([0, 1]);
	const { partitions, settings } = await connection.look(
		{ broker: "b", kind: "topic", channel: topic, group },
		{ part: "partitions", sort: "partition", offset: 0, limit: 9 },
	);
	const [rests, , moves] = partitions;
	expect(rests).toMatchObject({ movedMs: null, timeLagMs: { bound: "exact" } });
	expectNear(rests?.timeLagMs?.n, 20 * minute);
	expectNear(rests?.marginMs?.n, 160 * minute);
	expectNear(moves?.movedMs ?? 0, Date.now());
	await join(port, group, topic);
	const joined = await connection.look(
		{ broker: "b", kind: "topic", channel: topic, group },
		{ part: "members", sort: "lag", offset: 0, limit: 9 },
	);
	expect(joined.settings).toEqual(
		expect.arrayContaining([
			{ code: "group type", value: "consumer" },
			{ code: "assignor", value: "uniform" },
		]),
	);
	expect(settings).toEqual(
		expect.arrayContaining([
			{ code: "kept for", value: 3 * hour },
			{ code: "kept up to", value: "unbounded" },
			{ code: "compacted", value: "no" },
			{ code: "positions kept for", value: 7 * 24 * hour },
			{ code: "group state", value: "Empty" },
		]),
	);
});
