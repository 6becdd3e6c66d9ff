// Is a queue called stopped, stalled and losing when it is, and not before?
import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { quickBoard } from "../../for-tests-quick-board.ts";
import { nothingConfigured } from "../connection/configured.ts";
import { openAt, ownRabbit, readingsOf } from "../for-tests/own.ts";

const own = ownRabbit();

/** What consumers hold may stand still for so long here. */
const settings = { ...nothingConfigured, patienceMs: () => 3_000 };
const board = (name: string) =>
	quickBoard(openAt(own().world.address, settings), null, name);

/** One comes after the other until the test is over. */
function keepWriting(name: string, everyMs: number): void {
	const { channel } = own().traffic;
	const timer = setInterval(
		() => channel.sendToQueue(name, Buffer.from("m")),
		everyMs,
	);
	onTestFinished(() => clearInterval(timer));
}

test("messages that wait without a consumer: stopped, and healthy once somebody took them", async () => {
	const { traffic } = own();
	const name = `nobody-${randomUUID()}`;
	await traffic.declare(name);
	await traffic.write(name, 5);
	const it = board(name);
	// Where an answer takes a second, half a minute is missing here, and nothing is held against anybody at once.
	await it.says("stopped", "no members", ["healthy"]);
	await traffic.finish(name, 5);
	await it.says("healthy", "caught up", ["stopped"]);
}, 180_000);

test("a consumer that holds all it may and does nothing: stalled, and healthy once it goes on", async () => {
	const { traffic } = own();
	await traffic.declare("stuck");
	await traffic.write("stuck", 8);
	const holder = await traffic.hold("stuck", 3);
	await traffic.tells("stuck", { ready: 5, unacked: 3 });
	const it = board("stuck");
	await it.says("stalled", "held still", ["healthy"]);
	for (const rest of [2, 0]) {
		await holder.letGo();
		await traffic.tells("stuck", { ready: rest });
	}
	await holder.letGo();
	await it.says("healthy", "caught up", ["stalled"]);
}, 180_000);

test("where nothing else waits, a consumer that holds all it may stands still, and none with room", async () => {
	const { traffic } = own();
	await traffic.declare("full");
	await traffic.declare("roomy");
	for (const name of ["full", "roomy"]) await traffic.write(name, 1);
	await traffic.hold("full", 1);
	await traffic.hold("roomy", 100);
	await traffic.hold("roomy", 0);
	for (const name of ["full", "roomy"])
		await traffic.tells(name, { ready: 0, unacked: 1 });
	const connection = openAt(own().world.address, settings);
	await eventually(async () => {
		const readings = await readingsOf(connection);
		const of = (name: string) =>
			readings.find(({ channel }) => channel === name);
		expect(of("roomy")?.oldestHeldMs).toBeGreaterThan(6_000);
		expect(of("roomy")?.notes).toEqual([]);
		expect(of("full")?.notes).toMatchObject([{ code: "held still" }]);
		return true;
	}, 40_000);
});

test("a queue that gives up its oldest: losing before it is full, and after it lost some", async () => {
	const { traffic } = own();
	await traffic.declare("bounded", { maxLength: 400 });
	await traffic.write("bounded", 250);
	keepWriting("bounded", 250);
	const it = board("bounded");
	await it.says("losing", "loses soon", ["healthy", "slow", "stopped"]);
	await it.says("losing", "removed unread", ["losing", "stopped"]);
}, 180_000);

test("a full queue whose messages go to another when they are given up loses nothing", async () => {
	const { traffic } = own();
	await traffic.declare("dead");
	await traffic.declare("kept", {
		...{ maxLength: 50, deadLetterExchange: "" },
		deadLetterRoutingKey: "dead",
	});
	await traffic.write("kept", 60, { mayDrop: true });
	await traffic.tells("dead", { ready: 10 });
	keepWriting("kept", 100);
	await board("kept").says("stopped", "no members", ["slow", "healthy"]);
}, 180_000);

test("a queue that may keep so many bytes: how soon it is full, and that it is", async () => {
	const { traffic } = own();
	await traffic.declare("heavy", {
		arguments: { "x-max-length-bytes": 100_000 },
	});
	const write = () => traffic.channel.sendToQueue("heavy", Buffer.alloc(1_000));
	for (let i = 0; i < 60; i++) write();
	const connection = openAt(own().world.address);
	const marginNow = async () => {
		write();
		const all = await readingsOf(connection);
		return all.find(({ channel }) => channel === "heavy")?.marginMs;
	};
	const soon = { n: expect.any(Number), bound: "about" };
	await eventually(
		async () => {
			expect(await marginNow()).toEqual(soon);
			return true;
		},
		...([60_000, 1_000] as const),
	);
	expect((await marginNow())?.n).toBeGreaterThan(0);
	for (let i = 0; i < 60; i++) write();
	await eventually(
		async () => {
			expect(await marginNow()).toEqual({ n: 0, bound: "about" });
			return true;
		},
		...([60_000, 1_000] as const),
	);
}, 150_000);

test("the oldest message that waits is as old as its writer says", async () => {
	const { traffic } = own();
	await traffic.declare("old");
	const ageSeconds = 3_600;
	const timestamp = Math.floor(Date.now() / 1_000) - ageSeconds;
	await traffic.write("old", 1, { options: { timestamp } });
	await traffic.write("old", 1);
	const connection = openAt(own().world.address);
	await eventually(async () => {
		const all = await readingsOf(connection);
		const it = all.find(({ channel }) => channel === "old");
		expect(it?.timeLagMs?.bound).toBe("about");
		expect(it?.timeLagMs?.n).toBeGreaterThanOrEqual(ageSeconds * 1_000);
		expect(it?.timeLagMs?.n).toBeLessThan((ageSeconds + 60) * 1_000);
		return true;
	}, 20_000);
	await traffic.finish("old", 2);
	const empty = await readingsOf(connection);
	expect(empty).toContainEqual(
		expect.objectContaining({
			...{ channel: "old", timeLagMs: { n: 0, bound: "exact" } },
		}),
	);
});
