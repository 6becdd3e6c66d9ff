// Are queues of each type read as what they are?
import { expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { openAt, ownRabbit, readingsOf } from "../../for-tests/own.ts";

const own = ownRabbit();

const typed = (type: string) => ({
	...{ durable: true, arguments: { "x-queue-type": type } },
});

test("a quorum queue is unknown until it told of itself, and then counted like any other", async () => {
	const { traffic, world } = own();
	await traffic.declare("votes", typed("quorum"));
	await traffic.write("votes", 7);
	const connection = openAt(world.address);
	const seen: unknown[] = [];
	await eventually(async () => {
		const [votes] = await readingsOf(connection);
		expect(votes).toMatchObject({ kind: "quorum queue", group: null });
		seen.push(votes?.lag);
		return votes?.lag?.n === 7 ? true : undefined;
	}, 30_000);
	expect(seen.filter((lag) => lag !== null)).toEqual([
		{ n: 7, bound: "exact" },
	]);
	const holder = await traffic.hold("votes", 3);
	await eventually(async () => {
		const [votes] = await readingsOf(connection);
		expect(votes).toMatchObject({
			...{ lag: { n: 4 }, holding: 3, departed: 3, arrived: 7 },
			members: { registered: 1, live: { n: 1, bound: "exact" }, dead: 0 },
		});
		return true;
	}, 30_000);
	await holder.leave();
}, 90_000);

test("what lies in a stream is not what waits", async () => {
	const { traffic, world } = own();
	await traffic.declare("events", typed("stream"));
	await traffic.write("events", 9);
	const connection = openAt(world.address);
	await eventually(async () => {
		const all = await readingsOf(connection);
		const events = all.find(({ channel }) => channel === "events");
		expect(events).toMatchObject({
			kind: "stream queue",
			arrived: 9,
			lag: null,
			departed: null,
		});
		return true;
	}, 30_000);
	const page = { part: "members", sort: "lag", offset: 0, limit: 5 } as const;
	const stream = {
		broker: "b",
		kind: "stream queue",
		channel: "events",
		group: null,
	};
	expect((await connection.look(stream, page)).total).toBe(0);
	await expect(
		connection.look({ ...stream, kind: "classic queue" }, page),
	).rejects.toMatchObject({ code: "not found" });
}, 90_000);
