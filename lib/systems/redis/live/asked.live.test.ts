// What exactly is a Redis asked in one tick? By the server's own record of every command it was sent.
import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();

/** Members are read by turns of their own, and the server as a whole four times a minute. */
const byTurns = /^(CLIENT LIST|XINFO CONSUMERS|INFO \w+)$/;
const everyTick = {
	...{ "INFO server": 1, "INFO keyspace": 1, TIME: 1 },
	...{ "INFO persistence": 1, "INFO stats": 1, "INFO replication": 1 },
};
const byTick = Object.keys(everyTick);

/** What others than this test sent since it was last asked, counted by what it was. */
async function record() {
	const { client } = own();
	const monitor = await client.monitor();
	onTestFinished(() => monitor.disconnect());
	const mine = `:${client.stream?.localPort ?? ""}`;
	let lines: string[][] = [];
	monitor.on("monitor", (_: string, args: string[], source: string) => {
		if (!source.endsWith(mine) || args[0] === "echo") lines.push(args);
	});
	return async () => {
		const mark = randomUUID();
		await client.echo(mark);
		await eventually(
			() => lines.some((args) => args[1] === mark) || undefined,
			5000,
		);
		const sent = lines.filter(([name]) => name !== "echo");
		lines = [];
		return sent;
	};
}

function counted(sent: readonly string[][]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const args of sent) {
		const question = questionOf(args);
		if (byTurns.test(question) && !byTick.includes(question)) continue;
		counts[question] = (counts[question] ?? 0) + 1;
	}
	// Idle times count from the moment they were told, so members may need the clock once more.
	if ((counts.TIME ?? 0) > 1) counts.TIME = 1;
	return counts;
}

function questionOf([name = "", what = ""]: readonly string[]): string {
	const word = name.toUpperCase();
	if (word === "INFO") return `INFO ${what.toLowerCase()}`;
	return ["XINFO", "CLIENT"].includes(word)
		? `${word} ${what.toUpperCase()}`
		: word;
}

/** Before 7.0 only the ids in a stream's own reply tell that all is read. */
const countsNothing = () => own().version.startsWith("6.");

const countsATick = 32;
const streams = 40;
const groups = 3;

async function fill() {
	const { client } = own();
	const writing = client.pipeline();
	for (let i = 0; i < streams; i++) {
		for (let n = 0; n < 20; n++) writing.xadd(`s${i}`, "*", "n", n);
		for (let g = 0; g < groups; g++) {
			writing.xgroup("CREATE", `s${i}`, `g${g}`, "0");
			writing.xreadgroup(
				...(["GROUP", `g${g}`, "one", "NOACK"] as const),
				...(["STREAMS", `s${i}`, ">"] as const),
			);
		}
	}
	await writing.exec();
}

test("a tick before which nothing was written asks no stream", async () => {
	await fill();
	const connection = openAt(own().world.address);
	await connection.read();
	const sentSince = await record();
	await sentSince();
	for (let i = 0; i < 5; i++) {
		await connection.read();
		expect(counted(await sentSince())).toEqual(everyTick);
	}
});

test("a tick before which something else was written asks each stream one question", async () => {
	await fill();
	const connection = openAt(own().world.address);
	await connection.read();
	const sentSince = await record();
	await sentSince();
	let sized = 0;
	for (let i = 0; i < 18; i++) {
		await own().client.set("something else", i);
		await connection.read();
		const { XLEN = 0, ...sent } = counted(await sentSince());
		const groupsOnly = { ...everyTick, "XINFO GROUPS": streams };
		expect(sent).toEqual(
			countsNothing() ? { ...groupsOnly, "XINFO STREAM": streams } : groupsOnly,
		);
		sized += XLEN;
	}
	if (countsNothing()) return;
	// Once in twelve ticks each, and not all in the same.
	expect(sized).toBeGreaterThanOrEqual(streams);
	expect(sized).toBeLessThanOrEqual(2 * streams);
});

/** In each stream five entries come; one group reads and keeps them, one reads none, and one two. */
async function goOn() {
	const writing = own().client.pipeline();
	for (let i = 0; i < streams; i++) {
		const from = ["STREAMS", `s${i}`, ">"] as const;
		for (let n = 0; n < 5; n++) writing.xadd(`s${i}`, "*", "n", n);
		writing.xreadgroup("GROUP", "g0", "one", ...from);
		writing.xreadgroup("GROUP", "g2", "one", "COUNT", 2, "NOACK", ...from);
	}
	await writing.exec();
}

/** Whether a lag above 0 is believed, believed beside the stream's own reply, or has to be counted. */
function askedWhileBusy(version: string): Record<string, number> {
	if (version.startsWith("6."))
		return { "XINFO STREAM": streams, XRANGE: countsATick };
	const drifts = version.startsWith("7.0");
	return { [drifts ? "XINFO STREAM" : "XLEN"]: streams, XRANGE: streams };
}

test("a busy tick asks each stream two questions, and one entry of each group that moved and is behind", async () => {
	await fill();
	const connection = openAt(own().world.address);
	await connection.read();
	for (let i = 0; i < 2; i++) {
		await goOn();
		await connection.read();
	}
	const sentSince = await record();
	for (let i = 0; i < 5; i++) {
		await goOn();
		await sentSince();
		await connection.read();
		expect(counted(await sentSince())).toEqual({
			...{ ...everyTick, "XINFO GROUPS": streams, XPENDING: streams },
			...askedWhileBusy(own().version),
		});
	}
	// Nothing is written any more: what was told still holds.
	await connection.read();
	await sentSince();
	await connection.read();
	const { XRANGE = 0, ...quiet } = counted(await sentSince());
	expect(quiet).toEqual(everyTick);
	// Those that have to be counted had no turn yet.
	expect(XRANGE).toBeLessThanOrEqual(countsNothing() ? countsATick : 0);
});

test("no more than a hundred single entries are asked for in one tick, and each group has its turn", async () => {
	const { client } = own();
	const writing = client.pipeline();
	for (let i = 0; i < 250; i++) {
		for (let n = 0; n < 5; n++) writing.xadd(`s${i}`, "*", "n", n);
		writing.xgroup("CREATE", `s${i}`, "g", "0");
		writing.xreadgroup(
			...(["GROUP", "g", "one", "COUNT", 2, "NOACK"] as const),
			...(["STREAMS", `s${i}`, ">"] as const),
		);
	}
	await writing.exec();
	const connection = openAt(own().world.address);
	const sentSince = await record();
	await eventually(async () => {
		const { readings } = await connection.read();
		const { XRANGE = 0 } = counted(await sentSince());
		expect(XRANGE).toBeLessThanOrEqual(100);
		const told = readings.filter((it) => it.timeLagMs?.bound === "exact");
		return told.length === 250 || undefined;
	}, 10_000);
});

test("a stream that came or went has the keys walked through, a thousand at a time, and nothing is ever asked that grows with what lies there", async () => {
	const { client } = own();
	await fill();
	const connection = openAt(own().world.address);
	const sentSince = await record();
	await connection.read();
	const first = counted(await sentSince());
	expect(first).toMatchObject({ ...everyTick, SCAN: 2 });
	const writing = client.pipeline();
	for (let i = 0; i < 5000; i++) writing.set(`text ${i}`, "1");
	await writing.exec();
	const walked = await eventually(async () => {
		await connection.read();
		const { SCAN = 0 } = counted(await sentSince());
		return SCAN > 0 ? SCAN : undefined;
	}, 12_000);
	// Once for streams and once for lists.
	expect(walked).toBeLessThanOrEqual(16);
});
