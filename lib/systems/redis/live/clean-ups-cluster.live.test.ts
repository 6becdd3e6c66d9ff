// Is a stream of a cluster cleaned up at its own node, and is nothing begun that would cross to another?
import { expect, test } from "vitest";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { applied, openKnowing, planned } from "../for-tests/cleaning.ts";
import { ownCluster } from "../for-tests/own-cluster.ts";
import { slotOf } from "../topology/slot.ts";

const own = ownCluster("all tests");

const wish = { ...reclaimAll, members: ["gone"], fate: "dead-letter" } as const;

test("what is put aside lies beside its stream, and comes back", async () => {
	const { client, address } = own();
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	for (let n = 0; n < 5; n++) await client.xadd("orders", "*", "n", n);
	await client.xreadgroup(
		...([
			"GROUP",
			"billing",
			"gone",
			"COUNT",
			3,
			"STREAMS",
			"orders",
			">",
		] as const),
	);
	const connection = openKnowing(address);
	const far = ["a", "b", "c"].find((key) => slotOf(key) !== slotOf("orders"));
	expect(await planned(connection, { ...wish, to: far ?? "" })).toMatchObject({
		refusal: {
			code: "copy refused",
			values: { detail: expect.stringContaining("CROSSSLOT") },
		},
	});
	const plan = await planned(connection, wish);
	expect(plan).toMatchObject({
		cleanUp: { to: "{orders}:dead" },
		...{ refusal: null, messages: { n: 3 } },
	});
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 3, membersRemoved: 1 },
	});
	expect(await client.xlen("{orders}:dead")).toBe(3);
	const back = await planned(connection, { action: "redrive", from: null });
	expect(await applied(connection, back)).toMatchObject({
		...{ ending: "done", messagesDone: 3 },
	});
	expect(await client.xlen("orders")).toBe(8);
	expect(await client.xlen("{orders}:dead")).toBe(0);
});
