// Who lives, where connections bear their readers' names? Exactly nine, and every one of the dead is told.
import { expect, test } from "vitest";
import { ownRedis } from "../for-tests/own.ts";
import {
	openImpatient,
	type Seen,
	said,
	simulate,
	watch,
} from "../for-tests/simulation.ts";

const own = ownRedis();

const exactly = (n: number) => (now: Seen) =>
	now.reading.members?.live?.n === n &&
	now.reading.members.live.bound === "exact";

test("of nine who live and twelve who died each is told, through traffic and quiet", async () => {
	const { address } = own().world;
	const told = openImpatient(address, true);
	const { fleet, until, through } = await simulate(address, told, true);
	const tells = watch(openImpatient(address), fleet);

	const first = await until(exactly(9), 10_000);
	expect(said(first, fleet.dead)).toBe("dead");
	expect(first.lines).toContainEqual(
		expect.objectContaining({
			name: "wait-0",
			clientId: "tm:g:wait-0",
			host: expect.stringMatching(/:\d+$/),
			verdict: "live",
		}),
	);

	const nineLive = (now: Seen) => {
		expect(now.reading.members?.live).toEqual({ n: 9, bound: "exact" });
		expect(said(now, fleet.dead)).toBe("dead");
	};
	await through(3000, 300, nineLive);

	// Two others read here without a name: that nobody of this group does shows only when messages come.
	const seen = await tells.until(exactly(9), 40_000, 300);
	expect(said(seen, fleet.dead)).toBe("dead");

	await through(5000, null, nineLive);
	const killed = ["poll-0", "busy-0"];
	for (const name of killed) fleet.kill(name);
	const last = await until(exactly(7), 5000);
	expect(said(last, killed)).toBe("dead");
});
