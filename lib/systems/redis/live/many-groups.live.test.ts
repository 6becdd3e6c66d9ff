// Is there an end to how many groups are read, also where a few streams have all of them, and is it said?
import { expect, test } from "vitest";
import { openAt, ownRedis } from "../for-tests/own.ts";
import { groupsMax } from "../streams/bounds.ts";

const own = ownRedis();
const streams = 24;
const groupsEach = 500;

test("of a few streams with more groups than are read together, some are left out, and this is told at once", async () => {
	const { client, world } = own();
	const making = client.pipeline();
	for (let stream = 0; stream < streams; stream++)
		for (let group = 0; group < groupsEach; group++)
			making.xgroup(
				...(["CREATE", `many:${stream}`, `group-${group}`] as const),
				...(["$", "MKSTREAM"] as const),
			);
	await making.exec();
	const connection = openAt(world.address);
	for (let tick = 0; tick < 3; tick++) {
		const { readings, troubles } = await connection.read();
		expect(readings.length).toBeGreaterThan(groupsMax);
		expect(readings.length).toBeLessThanOrEqual(groupsMax + groupsEach);
		expect(troubles).toEqual([
			expect.objectContaining({
				code: "too much",
				detail: expect.stringMatching(/^[34] streams are left out/),
			}),
		]);
	}
});
