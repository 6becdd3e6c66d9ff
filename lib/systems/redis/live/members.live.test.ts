// Who lives, without any help from those who read? What is claimed of nine living and twelve dead readers is never wrong.
import { expect, test } from "vitest";
import { ownRedis } from "../for-tests/own.ts";
import {
	holding,
	idle,
	openImpatient,
	said,
	simulate,
} from "../for-tests/simulation.ts";

const own = ownRedis();

test("of nine who live none is called dead, through traffic and quiet, and the dead are told as far as anybody can", async () => {
	const { address } = own().world;
	/** From 7.2 on, and in every Valkey, a reader shows when it asks. */
	const showsAsking = !/^(6|7\.0)/.test(own().version);
	const connection = openImpatient(address);
	const { fleet, until, through } = await simulate(address, connection, false);

	const first = await until(
		({ reading }) => reading.members?.live != null,
		5000,
	);
	expect(first.reading.members).toMatchObject({
		registered: 21,
		live: { bound: "at most" },
	});

	await through(8000, 300);
	await through(4000, null);
	// The long job holds one more until it is done.
	const quiet = await until(
		({ reading }) =>
			reading.members?.live?.n === 11 &&
			reading.notes.some(({ values }) => values.messages === 6),
		20_000,
	);
	expect(said(quiet, holding)).toBe("stuck");
	expect(said(quiet, idle)).toBe(showsAsking ? "dead" : "unknown");
	// Nine, and the two who read another stream; whoever else is connected was watched for long enough.
	expect(quiet.reading.members?.live).toEqual({ n: 11, bound: "at most" });
	expect(quiet.reading.notes).toContainEqual({
		code: "held by absent",
		values: expect.objectContaining({ messages: 6, members: 6 }),
	});

	await fleet.add(1);
	const killed = ["poll-0", "busy-0"];
	await through(6000, null);
	for (const name of killed) fleet.kill(name);
	await until(
		(now) =>
			said(now, killed) === (showsAsking ? "dead" : "unknown") &&
			now.reading.members?.live?.n === 9,
		20_000,
	);
});
