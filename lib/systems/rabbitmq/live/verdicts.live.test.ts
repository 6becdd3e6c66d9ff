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
