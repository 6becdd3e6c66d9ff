// Is a real subscriber that stops taking what is sent seen to fall behind, warned of, and told when it is cut off?
import { expect, test } from "vitest";
import { assess } from "#lib/core/assess.ts";
import type { Reading } from "#lib/core/reading.ts";
import { newWindow } from "#lib/core/window/window.ts";
import { listenersKind } from "../broadcast/readings.ts";
import {
	deafListener,
	fillOutput,
	limitOutput,
	listener,
	openQuick,
	sender,
	until,
} from "../for-tests/audience.ts";
import { ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const all = [listenersKind, "pub/sub"] as const;

const verdictOf = (row: Reading) => {
	const { verdict, reason } = assess(newWindow(), row, row.atMs);
	return { verdict, code: reason.code, values: reason.values };
};
const says = (code: string) => (row: Reading | undefined) =>
	row !== undefined && verdictOf(row).code === code;

/** Its own count of those it cut off; before 8.0 it has none. */
const counts = () => !/^(?:6|7)\./.test(own().version);

/** Valkey 9 counts for nobody what waits for several. */
const tellsOutput = () => !own().version.startsWith("Valkey 9");

test("a subscriber that stops reading is slow, then losing with the time that is left, then cut off", async () => {
	await limitOutput(own(), "0 6000000 6");
	const connection = openQuick(own().world.address);
	await deafListener(own(), "SUBSCRIBE prices");
	const well = await until(connection, ["pub/sub", "prices"], (row) => !!row);
	expect(well).toMatchObject({
		lag: null,
		members: { registered: 1, live: { n: 1, bound: "exact" } },
	});
	expect(verdictOf(well as Reading)).toMatchObject({ code: "listened to" });

	await fillOutput(own(), "prices");
	await until(connection, all, says("subscriber behind"));

	const sending = sender(own(), "prices", { bytes: 1000, perSecond: 8e6 });
	const losing = await until(connection, all, says("cut off soon"));
	const { values } = verdictOf(losing as Reading);
	expect(values.subscribers).toBe(1);
	expect(Number(values.seconds)).toBeLessThanOrEqual(60);
	if (tellsOutput()) expect(Number(values.percent)).toBeGreaterThan(0);

	const code = counts() ? "subscriber cut off" : "subscriber lost";
	const cut = await until(connection, all, says(code));
	sending.stop();
	expect(verdictOf(cut as Reading)).toMatchObject({
		verdict: "losing",
		values: { count: 1, bound: "exact" },
	});
	await until(
		connection,
		["pub/sub", "prices"],
		(row) => row?.members?.registered === 0,
	);
});

test("a subscriber that leaves while messages wait for it is lost, and where is known of the only one who listened", async () => {
	const connection = openQuick(own().world.address);
	const only = await deafListener(own(), "SUBSCRIBE prices");
	await fillOutput(own(), "prices");
	await until(connection, ["pub/sub", "prices"], says("subscriber behind"));
	// Between two looks: one that goes in the middle of a look was in its list and no longer in its count.
	only.leave();
	const row = await until(
		connection,
		["pub/sub", "prices"],
		says("subscriber lost"),
	);
	expect(row?.members?.registered).toBe(0);
	expect(verdictOf(row as Reading).values).toMatchObject({
		...{ count: 1, bound: "exact" },
	});
});

test("a subscriber that takes nothing is slow while what waits for it is far from the limit", async () => {
	const connection = openQuick(own().world.address);
	await deafListener(own(), "SUBSCRIBE prices");
	await listener(own(), "subscribe", "prices", "other");
	await fillOutput(own(), "prices");
	const slow = await until(connection, all, says("subscriber behind"));
	expect(slow?.members).toMatchObject({ registered: 2, stuck: 1 });
	// Both listen to prices, and only one of the two to the other channel: nobody can know which.
	const prices = await until(
		connection,
		["pub/sub", "prices"],
		says("subscriber behind"),
	);
	expect(prices?.notes).toContainEqual(
		expect.objectContaining({ code: "nothing kept" }),
	);
	const other = await until(connection, ["pub/sub", "other"], (row) => !!row);
	expect(other?.notes).toContainEqual({
		code: "may be behind",
		values: { subscribers: 1 },
	});
	const page = { part: "members", sort: "lag", offset: 0, limit: 9 } as const;
	const where = { broker: "b", kind: all[0], channel: all[1], group: null };
	const { members, total } = await connection.look(where, page);
	expect(total).toBe(2);
	expect(members[0]).toMatchObject({
		host: expect.stringMatching(/:\d+$/),
		output: { behindSinceMs: expect.any(Number), share: expect.any(Number) },
	});
	expect(members[1]?.output).toMatchObject({ behindSinceMs: null });
});

test("who takes no large messages is behind on every version, and where these are not counted no size is told", async () => {
	await limitOutput(own(), "0 0 0");
	const connection = openQuick(own().world.address);
	await deafListener(own(), "SUBSCRIBE images");
	for (let n = 0; n < 750; n++)
		void own().client.publish("images", "x".repeat(20_000));
	const row = await until(connection, all, says("subscriber behind"));
	const { values } = verdictOf(row as Reading);
	const codes = row?.notes.map(({ code }) => code);
	if (tellsOutput()) {
		expect(Number(values.bytes)).toBeGreaterThan(1_000_000);
		expect(codes).not.toContain("output undercounted");
	} else {
		expect(values.bytes).toBeUndefined();
		expect(codes).toContain("output undercounted");
	}
});
