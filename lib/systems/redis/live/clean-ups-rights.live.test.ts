// What may somebody clean up who has not all rights, and is what is forbidden told before anything is done?
import { expect, test } from "vitest";
import { type CleanUp, reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import {
	add,
	applied,
	openKnowing,
	picture,
	planned,
	take,
} from "../for-tests/cleaning.ts";
import { ownRedis } from "../for-tests/own.ts";
import { operatorOf, viewerOf } from "../for-tests/viewer.ts";

const own = ownRedis();

async function scene(rights: readonly string[]) {
	const { client, world } = own();
	await client.call("ACL", "SETUSER", "somebody", ...rights);
	await client.xgroup("CREATE", "orders", "billing", "0", "MKSTREAM");
	const ids = await add(client, 9);
	await take(client, "gone", 5);
	await client.xdel("orders", ids[1] ?? "");
	await client.xadd("orders:dead", "*", "n", "aside");
	const address = world.address.replace("//", "//somebody:pass@");
	return { client, connection: openKnowing(address) };
}

const chosen = { ...reclaimAll, members: ["gone"] };
const all: readonly (readonly [string, CleanUp])[] = [
	["acknowledge", { ...chosen, fate: "acknowledge" }],
	["re-enqueue", { ...chosen, fate: "re-enqueue" }],
	["dead-letter", { ...chosen, fate: "dead-letter" }],
	["clear", { action: "clear" }],
	["redrive", { action: "redrive", from: "orders:dead" }],
];

test.each(all)("who may only look is told so: %s", async (_, wish) => {
	const { client, connection } = await scene(viewerOf(own().version));
	const before = await picture(client);
	const plan = await planned(connection, wish);
	expect(plan.refusal).toEqual({
		code: "broker forbids",
		values: { detail: expect.stringMatching(/^NOPERM .*'eval'/) },
	});
	expect(await applied(connection, plan)).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "broker forbids" }],
	});
	expect(await picture(client)).toBe(before);
});

test.each(all)(
	"the rights our documents name are enough: %s",
	async (_, wish) => {
		const { connection } = await scene(operatorOf(own().version));
		const plan = await planned(connection, wish);
		expect(plan.refusal).toBeNull();
		expect(await applied(connection, plan)).toMatchObject({ ending: "done" });
	},
);

test("to end a group is a right of its own", async () => {
	const { client, connection } = await scene(operatorOf(own().version));
	const plan = await planned(connection, { action: "destroy" });
	expect(plan.refusal).toMatchObject({ code: "broker forbids" });
	await client.call("ACL", "SETUSER", "somebody", "+xgroup|destroy");
	const other = await planned(connection, { action: "destroy" });
	expect(await applied(connection, other)).toMatchObject({ ending: "done" });
});

test.each([...(["-xack", "-xadd", "-eval"] as const)])(
	"a right that is taken away after the plan (%s) leaves nothing half done",
	async (right) => {
		const { client, connection } = await scene(operatorOf(own().version));
		const plan = await planned(connection, { ...chosen, fate: "dead-letter" });
		expect(plan.refusal).toBeNull();
		await client.call("ACL", "SETUSER", "somebody", right);
		const before = await picture(client);
		const outcome = await applied(connection, plan);
		expect(outcome).toMatchObject({ messagesDone: 0, membersRemoved: 0 });
		expect(outcome.refusals).toEqual([
			{ code: "broker forbids", values: { detail: expect.any(String) } },
		]);
		expect(await picture(client)).toBe(before);
	},
);

test("a right to hand over that is taken away after the plan is told as such", async () => {
	const { client, connection } = await scene(operatorOf(own().version));
	await client.xgroup("CREATECONSUMER", "orders", "billing", "heir");
	const wish = { ...chosen, fate: "hand over", to: "heir" } as const;
	const plan = await planned(connection, wish);
	expect(plan.refusal).toBeNull();
	await client.call("ACL", "SETUSER", "somebody", "-xclaim");
	const before = await picture(client);
	expect(await applied(connection, plan)).toMatchObject({
		...{ messagesDone: 0, membersRemoved: 0 },
		refusals: [{ code: "broker forbids" }],
	});
	expect(await picture(client)).toBe(before);
});
