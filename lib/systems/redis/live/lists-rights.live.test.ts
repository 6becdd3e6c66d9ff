// What of lists is lost without each single right, and is it told?
import { Queue } from "bullmq";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import type { Reading, Snapshot } from "#lib/core/reading.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";
import { commandsOf, readsKeys } from "../for-tests/viewer.ts";

const own = ownRedis();

async function readWithout(right: string | null): Promise<Snapshot> {
	const rights = commandsOf(own().version).filter((it) => it !== right);
	await own().client.call(
		...(["ACL", "SETUSER", "viewer", "reset", "on", ">pass"] as const),
		...[readsKeys(own().version, "*"), "-@all"],
		...rights.map((it) => `+${it}`),
	);
	const address = own().world.address.replace("//", "//viewer:pass@");
	return openAt(address).read();
}

/** A pair, and a queue with a message that waits and one that is put off. */
beforeEach(async () => {
	const { client, world } = own();
	await client.lpush("orders", "a", "b");
	await client.lmove("orders", "orders:processing", "RIGHT", "LEFT");
	const connection = { host: "127.0.0.1", port: world.port };
	const queue = new Queue("mails", { connection });
	queue.on("error", () => {});
	onTestFinished(() => queue.close());
	await queue.add("now", {});
	await queue.add("later", {}, { delay: 3_600_000 });
	await queue.pause();
});

const known = ({ readings }: Snapshot) =>
	readings
		.toSorted((a, b) => (a.channel < b.channel ? -1 : 1))
		.map(
			({ channel, lag, holding, notes, timeLagMs, trouble }: Reading) =>
				`${channel}: ${trouble?.part ?? ""}${lag?.n ?? "?"} ${holding ?? "?"} ${timeLagMs?.bound ?? "?"} ${notes.map(({ code }) => code).join()}`,
		);

const mails = "bull:mails: 1 0 exact paused,delayed";
const orders = "orders: 1 1 at least ";

test("with all of them everything is known and nothing is told", async () => {
	const snapshot = await readWithout(null);
	expect(snapshot.troubles).toEqual([]);
	expect(known(snapshot)).toEqual([mails, orders]);
});

test.each([
	["llen", ["LLEN"], ["bull:mails: LLEN? ? ? ", "orders: LLEN? ? ? "]],
	["type", ["TYPE"], ["bull:mails:events: ? ? ? ", orders]],
	[
		"lindex",
		["LINDEX"],
		["bull:mails: 1 0 ? paused,delayed", "orders: 1 1 ? "],
	],
	["lrange", ["LRANGE"], [mails, orders]],
	["zcard", ["ZCARD"], ["bull:mails: ? 0 exact paused", orders]],
	["zcount", ["ZCOUNT"], ["bull:mails: ? 0 exact paused", orders]],
	["zrange", ["ZRANGE"], [mails, orders]],
	["hget", ["HGET"], ["bull:mails: 1 0 ? delayed", orders]],
] as const)(
	"without %s only what rests on it is unknown, and that is told",
	async (right, told, left) => {
		const snapshot = await readWithout(right);
		expect(known(snapshot)).toEqual(left);
		expect(snapshot.troubles.map(({ part }) => part)).toEqual(told);
		expect(snapshot.troubles).toMatchObject([{ code: "right missing" }]);
	},
);
