// Is a group called stalled, stopped, losing and healthy again as that happens to a real one?
import { onTestFinished, test } from "vitest";
import { quickBoard } from "#lib/systems/for-tests-quick-board.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const everyMs = 60;

/** A message now and then, and a reader that can be told to rest. */
async function orders() {
	const { client } = own();
	let rests = false;
	let last: Promise<unknown> = Promise.resolve();
	const read = () =>
		client.xreadgroup(
			...(["GROUP", "billing", "one", "COUNT", 50, "NOACK"] as const),
			...(["STREAMS", "orders", ">"] as const),
		);
	await client.xgroup("CREATE", "orders", "billing", "$", "MKSTREAM");
	await client.xadd("orders", "*", "n", 1);
	await read();
	const timer = setInterval(() => {
		last = client.xadd("orders", "*", "n", 1).then(
			() => (rests ? null : read()),
			() => null,
		);
	}, everyMs);
	onTestFinished(async () => {
		clearInterval(timer);
		await last.catch(() => undefined);
	});
	return {
		rest: async (yes: boolean) => {
			rests = yes;
			await last;
		},
	};
}

test("an operator sees a reader stall, read on, leave, come back, and lose what was trimmed before it", async () => {
	const { client, world } = own();
	const reader = await orders();
	const board = quickBoard(openAt(world.address), "billing", "orders");
	await board.says("healthy", null, []);
	await board.reads(8);

	await reader.rest(true);
	await board.says("stalled", "not moving", ["healthy"]);
	await reader.rest(false);
	await board.says("healthy", null, ["stalled"]);

	await reader.rest(true);
	await client.xgroup("DELCONSUMER", "orders", "billing", "one");
	await board.says("stopped", "no members", ["healthy"]);
	await reader.rest(false);
	await board.says("healthy", null, ["stopped", "stalled"]);

	await reader.rest(true);
	// Where the server's count may drift, a loss is only sure of a reader that was seen where it stands.
	await board.says("healthy", null, []);
	for (let i = 0; i < 20; i++) await client.xadd("orders", "*", "n", i);
	await client.xtrim("orders", "MAXLEN", 1);
	await board.says("losing", "removed unread", ["healthy"]);
	await reader.rest(false);
	// Told for a quarter of an hour, whatever is read since.
	await board.says("healthy", null, ["losing"]);
}, 180_000);

test("a message that comes back to its reader again and again is stalled, though all the others were read", async () => {
	const { client, world } = own();
	await client.xgroup("CREATE", "orders", "billing", "$", "MKSTREAM");
	const id = await client.xadd("orders", "*", "n", 1);
	await client.xreadgroup(
		...(["GROUP", "billing", "one", "COUNT", 1] as const),
		...(["STREAMS", "orders", ">"] as const),
	);
	// As it stands after a dozen deliveries, the last of them ten minutes ago.
	await client.xclaim(
		...(["orders", "billing", "one", 0, id ?? "", "TIME"] as const),
		...([Date.now() - 600_000, "RETRYCOUNT", 12] as const),
	);
	const board = quickBoard(openAt(world.address), "billing", "orders");
	await board.says("stalled", "delivered again", ["healthy"]);
	await client.xack("orders", "billing", id ?? "");
	await board.says("healthy", "caught up", ["stalled"]);
}, 180_000);
