// Is the lag of a share group the broker's own figure, and nothing worked out from where it begins?
import { expect, inject, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { connect } from "../for-tests/members.ts";
import { setShared } from "../for-tests/newer-members.ts";
import {
	looks,
	readingOf,
	reads,
	stageAt,
	unique,
} from "../for-tests/stage.ts";

const stage = stageAt(inject("kafkaAddress"));

test("before its first use a share group's lag is unknown; then what was fetched no longer waits, and what was not does", async () => {
	const topic = await stage.topicWith(2, 10);
	const group = unique("share");
	const connection = stage.open();
	const args = ["--topic", topic, "--group", group];
	const named = ["--command-property", "client.id=picker"];
	const child = await stage.tool("ConsoleShareConsumer", ...args, ...named);
	const unused = await reads(
		...[connection, topic, group],
		({ members }) => members?.registered === 1,
	);
	expect(unused).toMatchObject({
		...{ state: "Stable", lag: null, arrived: null, departed: null },
		members: { live: { n: 1, bound: "exact" } },
	});
	// It begins at the end of the log it finds, so that something must come after it is there.
	const used = await eventually(async () => {
		await stage.write(topic, 10);
		const one = await readingOf(connection, topic, group);
		return one?.counted === 2 && one.lag?.n === 0 ? one : undefined;
	}, 20_000);
	const arrived = (used.arrived ?? 0) + 100;
	await stage.write(topic, 100);
	const done = await reads(
		...[connection, topic, group],
		({ lag, departed }) => lag?.n === 0 && departed === arrived,
	);
	expect(done).toMatchObject({
		...{ arrived, columns: null, ahead: 0 },
		timeLagMs: { n: 0, bound: "exact" },
	});
	const { members } = await looks(connection, topic, group, "members");
	expect(members).toMatchObject([
		{ clientId: "picker", instanceId: null, host: "127.0.0.1" },
	]);
	expect(members[0]?.partitions).toEqual([0, 1]);
	const other = await stage.tool("ConsoleShareConsumer", ...args);
	// A state that stays the same gives no reason to ask for members before half a minute is over: a look is newer.
	await eventually(async () => {
		const look = await looks(connection, topic, group, "members");
		return look.total === 2 || undefined;
	}, 20_000);
	const two = await readingOf(stage.open(), topic, group);
	expect(two?.members?.live).toEqual({ n: 2, bound: "exact" });
	await Promise.all([child.end(10_000), other.end(10_000)]);
	await stage.write(topic, 7);
	const waiting = await reads(
		...[connection, topic, group],
		({ lag, members }) => lag?.n === 7 && members?.registered === 0,
	);
	expect(waiting).toMatchObject({
		...{ state: "Empty", lag: { n: 7, bound: "exact" } },
		...{ arrived: arrived + 7, departed: arrived },
		// Which message waits longest only the broker knows.
		timeLagMs: null,
	});
	const { partitions } = await looks(connection, topic, group, "partitions");
	const lags = partitions.map(({ lag }) => lag ?? Number.NaN);
	expect(lags.reduce((sum, lag) => sum + lag)).toBe(7);
});

test("a share group set beyond the end is ahead, and one set back has all of it before it", async () => {
	const topic = await stage.topicWith(1, 40);
	const group = unique("share");
	const own = await connect(stage.port, "tool");
	const begins = (at: bigint) =>
		eventually(async () => {
			const { code } = await setShared(own, group, topic, at);
			return code === 0 || undefined;
		}, 20_000);
	await begins(100_000n);
	const connection = stage.open();
	const ahead = await reads(
		...[connection, topic, group],
		(reading) => reading.ahead === 1,
	);
	expect(ahead).toMatchObject({ lag: { n: 0, bound: "exact" } });
	const { partitions } = await looks(connection, topic, group, "partitions");
	expect(partitions).toMatchObject([{ position: 100_000, end: 40, lag: 0 }]);
	await begins(15n);
	const back = await reads(
		...[connection, topic, group],
		(reading) => reading.ahead === 0,
	);
	expect(back).toMatchObject({ lag: { n: 25, bound: "exact" }, ahead: 0 });
});
