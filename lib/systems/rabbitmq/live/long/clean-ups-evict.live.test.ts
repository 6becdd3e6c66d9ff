// Is the connection of a stuck consumer closed, with what it serves told before, and does what it held wait again?
import { expect, test } from "vitest";
import {
	applied,
	cleanUpsAt,
	countsOf,
	courseOf,
	drained,
	filled,
	ownQueues,
	planned,
	queueOf,
	soon,
	stored,
	stuck,
} from "../../for-tests/cleaning-queues.ts";

const own = ownQueues();
const open = () => cleanUpsAt(own().world.address);
const evict = (member: string) => ({ action: "evict", member }) as const;

test("what a stuck consumer holds waits again, and nobody else is cut off", async () => {
	await filled(own(), "held", 5);
	await filled(own(), "beside", 2);
	const holder = await stuck(own(), "held", 3, "hangs $(1)");
	const other = await stuck(own(), "beside", 1, "works");
	const cleanUps = open();
	const plan = await planned(cleanUps, "held", evict("hangs $(1)"));
	expect(plan).toMatchObject({
		...{ refusal: null, risk: "repeats messages", membersRemoved: 1 },
		effects: [
			{
				code: "disconnect",
				values: { name: "hangs $(1)", messages: 3, others: 0 },
			},
		],
		warnings: [
			{ code: "members may live", values: { members: 1 } },
			{ code: "may run twice", values: { messages: 3, members: 1 } },
			{ code: "comes back by itself" },
		],
		figures: [
			{ code: "members", before: { n: 1 }, after: { n: 0 } },
			{ code: "held", before: { n: 3 }, after: { n: 0 } },
		],
	});
	const told = courseOf();
	const outcome = await applied(cleanUps, "held", plan, told);
	expect(outcome).toMatchObject({
		...{ ending: "done", membersRemoved: 1, refusals: [] },
		figures: plan.figures,
	});
	await holder.isClosed;
	expect(await countsOf(own().world, "held")).toMatchObject({ ready: 5 });
	expect(await countsOf(own().world, "beside")).toMatchObject({
		...{ held: 1, consumers: 1 },
	});
	// A second time it does nothing.
	expect(await applied(cleanUps, "held", plan)).toMatchObject({
		...{ ending: "refused", refusals: [{ code: "gone" }] },
	});
	await stuck(own(), "held", 1, "hangs $(1)");
	const proof = await cleanUps.prove(queueOf("held"), stored(plan), []);
	expect(proof.afterwards).toMatchObject([
		{ code: "member came back", values: { name: "hangs $(1)" } },
	]);
	await other.link.close();
});

test("what else its connection serves is told before", async () => {
	await filled(own(), "shared", 4);
	await filled(own(), "also served", 1);
	const holder = await stuck(own(), "shared", 1, "one");
	await holder.channel.consume("shared", () => {}, { consumerTag: "two" });
	await holder.channel.consume("also served", () => {}, { consumerTag: "x" });
	await soon(async () => {
		expect(await countsOf(own().world, "shared")).toMatchObject({
			consumers: 2,
		});
	});
	const plan = await planned(open(), "shared", evict("two"));
	expect(plan.warnings).toContainEqual({
		code: "others cut off",
		values: { members: 1, channels: 1, first: "also served" },
	});
	expect(plan.membersRemoved).toBe(2);
});

test("one that finishes something since, or is gone, or never was, is left alone", async () => {
	await filled(own(), "working", 6);
	const holder = await stuck(own(), "working", 2, "slow");
	const cleanUps = open();
	const plan = await planned(cleanUps, "working", evict("slow"));
	expect(plan.refusal).toBeNull();
	holder.finishOne();
	await soon(async () => {
		expect(await countsOf(own().world, "working")).toMatchObject({ ready: 3 });
	});
	await soon(async () => {
		expect(await applied(cleanUps, "working", plan)).toMatchObject({
			...{ ending: "refused", membersRemoved: 0 },
			refusals: [{ code: "still at work", values: { name: "slow" } }],
		});
	});
	await holder.link.close();
	await soon(async () => {
		expect(await applied(cleanUps, "working", plan)).toMatchObject({
			refusals: [{ code: "gone" }],
		});
	});
	expect(await planned(cleanUps, "working", evict("nobody"))).toMatchObject({
		...{ refusal: { code: "gone" }, effects: [], commands: null },
	});
	expect(await drained(own(), "working")).toHaveLength(5);
});
