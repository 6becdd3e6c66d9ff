// T25: what does a look cost, and what a plan, where a reader has registered members without end?
import type { Redis } from "ioredis";
import { expect, test } from "vitest";
import { cleanUpsOf } from "../for-tests/cleaning.ts";
import { openAt, ownRedis } from "../for-tests/own.ts";

const own = ownRedis();
const members = 20_001;

async function crowd(client: Redis): Promise<void> {
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	const step = 10_000;
	for (let from = 0; from < members; from += step) {
		const batch = client.pipeline();
		for (let n = from; n < Math.min(from + step, members); n++)
			batch.xgroup("CREATECONSUMER", "orders", "billing", `member ${n}`);
		await batch.exec();
	}
}

test("T25: more members than fit into memory are counted, and never asked for", async () => {
	const { client, world } = own();
	await crowd(client);
	const connection = openAt(world.address);
	const { readings, troubles } = await connection.read();
	expect(troubles).toEqual([]);
	expect(readings).toMatchObject([{ members: { registered: members } }]);
	await client.config("RESETSTAT");
	const where = { kind: "stream", channel: "orders", group: "billing" };
	const spot = { broker: "b", ...where };
	const page = { sort: "lag", offset: 0, limit: 10 } as const;
	const tooMany = {
		trouble: {
			...{ code: "too much", part: "XINFO CONSUMERS" },
			detail: expect.stringContaining("20001 members"),
		},
	};
	await expect(
		connection.look(spot, { ...page, part: "members" }),
	).rejects.toMatchObject(tooMany);
	const remove = { action: "remove", members: null } as const;
	await expect(
		cleanUpsOf(connection).plan(spot, remove, null),
	).rejects.toMatchObject(tooMany);
	expect(await client.info("commandstats")).not.toContain("xinfo|consumers");
	await client.xgroup("DELCONSUMER", "orders", "billing", "member 0");
	const { total } = await connection.look(spot, { ...page, part: "members" });
	expect(total).toBe(members - 1);
});
