// Where the server has no shovel, is it said what to enable, and does what stands below then move?
import { expect, test } from "vitest";
import {
	cleanUpsAt,
	filled,
	ownQueues,
	planned,
} from "../../for-tests/cleaning-queues.ts";

const own = ownQueues(["rabbitmq_management"]);

test("a move is planned no further than what has to be enabled", async () => {
	await filled(own(), "left", 2);
	await filled(own(), "left there", 0);
	const cleanUps = cleanUpsAt(own().world.address);
	const move = { action: "move", to: "left there" } as const;
	const plan = await planned(cleanUps, "left", move);
	expect(plan).toMatchObject({
		refusal: {
			code: "not enabled",
			values: { name: "rabbitmq_shovel_management" },
		},
		effects: [],
	});
	expect(plan.commands?.[0]).toBe(
		"rabbitmq-plugins enable rabbitmq_shovel rabbitmq_shovel_management",
	);
	expect(plan.commands?.[1]).toContain("set_parameter --vhost / -- shovel");
	expect(plan.commands).toHaveLength(2);
});
