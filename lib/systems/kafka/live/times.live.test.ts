// Is what waits as old as its records say, and does it go when we say it goes?
import { afterAll, describe, expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { kafkaVersions } from "#world/kafka-jars.mjs";
import { commit } from "../for-tests/positions.ts";
import {
	expectNear,
	hour,
	minute,
	readingOf,
	startTimes,
	unique,
} from "../for-tests/times.ts";

const worlds = await Promise.all(
	kafkaVersions.map(async (version) => ({
		version,
		stage: await startTimes(version),
	})),
);
afterAll(() => Promise.all(worlds.map(({ stage }) => stage.stop())));

describe.each(worlds)("Kafka $version", ({ stage }) => {
	const { port, open, newTopic, write, writeAtOnce } = stage;

	test("what waited before we came is dated by the broker's index at once, and by its own record in the next tick", async () => {
		const topic = await newTopic(1);
		const group = unique("group");
		await write(topic, { agoMs: 3 * hour }, { agoMs: 2 * hour }, {});
		await commit(port, group, topic, [1]);
		const connection = open();
		const first = (await readingOf(connection, group)).timeLagMs;
		expect(first?.bound).toBe("about");
		expect(first?.n).toBeGreaterThan(hour);
		expect(first?.n).toBeLessThan(6 * hour);
		const second = (await readingOf(connection, group)).timeLagMs;
		expect(second?.bound).toBe("exact");
		expectNear(second?.n, 2 * hour);
	});

	test("the oldest of all partitions counts, whatever the size of its batches", async () => {
		const topic = await newTopic(4);
		const group = unique("group");
		await write(
			topic,
			{ partition: 0, agoMs: 20 * minute, bytes: 100_000 },
			{ partition: 1, agoMs: 50 * minute, bytes: 100_000 },
			{ partition: 2, agoMs: 40 * minute, bytes: 100_000 },
			{ partition: 3, agoMs: 10 * minute },
		);
		await commit(port, group, topic, [0, 0, 0, 0]);
		const connection = open();
		await readingOf(connection, group);
		const { timeLagMs } = await readingOf(connection, group);
		expect(timeLagMs?.bound).toBe("exact");
		expectNear(timeLagMs?.n, 50 * minute);
	});

	test("a group at the end has no time lag and nothing to lose", async () => {
		const topic = await newTopic(1);
		const group = unique("group");
		await write(topic, { agoMs: hour });
		await commit(port, group, topic, [1]);
		expect(await readingOf(open(), group)).toMatchObject({
			timeLagMs: { n: 0, bound: "exact" },
			marginMs: null,
		});
	});

	test("a message older than a week is at least that, until its record is read", async () => {
		const topic = await newTopic(1, { "retention.ms": "-1" });
		const group = unique("group");
		await write(topic, { agoMs: 30 * 24 * hour }, { agoMs: hour });
		await commit(port, group, topic, [0]);
		const connection = open();
		const first = await readingOf(connection, group);
		expect(first.timeLagMs?.bound).toBe("at least");
		expectNear(first.timeLagMs?.n, 7 * 24 * hour);
		expect(first.marginMs).toBeNull();
		const second = await readingOf(connection, group);
		expect(second.timeLagMs?.bound).toBe("exact");
		expectNear(second.timeLagMs?.n, 30 * 24 * hour);
	});

	test("time leaves what retention has left for the oldest unread message", async () => {
		const topic = await newTopic(1, { "retention.ms": String(3 * hour) });
		const group = unique("group");
		await write(topic, { agoMs: 2 * hour }, {});
		await commit(port, group, topic, [0]);
		const connection = open();
		await readingOf(connection, group);
		const { marginMs } = await readingOf(connection, group);
		expect(marginMs?.bound).toBe("at least");
		expectNear(marginMs?.n, hour);
	});

	test.each([
		["at a number", 0],
		["at the first message that is kept", -2],
	])(
		"size leaves the time it takes to fill the room that is left, to who stands %s",
		async (_, position) => {
			const topic = await newTopic(1, {
				"retention.bytes": "1000000",
				"segment.bytes": "1048576",
			});
			const group = unique("group");
			await write(topic, ...Array(20).fill({ bytes: 10_000 }));
			await commit(port, group, topic, [position]);
			const { marginMs } = await readingOf(open(), group);
			// Room for 79 more of about 10,080 bytes each, at the 20 that came in the last five minutes.
			expect(marginMs?.bound).toBe("about");
			expect(marginMs?.n).toBeGreaterThan(19 * minute);
			expect(marginMs?.n).toBeLessThan(21 * minute);
		},
	);

	test("removal that is close is seen within a tick of its happening", async () => {
		const topic = await newTopic(1, {
			"retention.ms": "8000",
			"segment.ms": "1000",
		});
		const group = unique("group");
		await write(topic, {});
		await commit(port, group, topic, [0]);
		const connection = open();
		const before = await readingOf(connection, group);
		expect(before.lost).toBe(0);
		expect(before.marginMs?.n).toBeLessThan(8_001);
		const after = await eventually(async () => {
			const reading = await readingOf(connection, group);
			return (reading.lost ?? 0) > 0 ? reading : undefined;
		}, 25_000);
		expect(after).toMatchObject({ lost: 1, lag: { n: 0 } });
	}, 30_000);

	test("more partitions than one request may name are all dated, a hundred in a tick", async () => {
		const partitions = 130;
		const topic = await newTopic(partitions);
		const group = unique("group");
		const all = Array.from({ length: partitions }, (_, partition) => partition);
		await writeAtOnce(
			topic,
			all.map((partition) => ({ partition, agoMs: 2 * hour })),
		);
		await commit(
			port,
			group,
			topic,
			all.map(() => 0),
		);
		const connection = open();
		const seen: (string | undefined)[] = [];
		for (let tick = 0; tick < 4; tick++)
			seen.push((await readingOf(connection, group)).timeLagMs?.bound);
		expect(seen.at(-1)).toBe("exact");
	});
});
