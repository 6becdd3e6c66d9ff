// Is of a queue exactly that thrown away, deleted or cut off which was planned, and nothing else?
import { expect, test } from "vitest";
import {
	allOf,
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
const purge = { action: "purge" } as const;
const remove = { action: "delete" } as const;

test.each([
	["classic", {}],
	["quorum", { "x-queue-type": "quorum" }],
])(
	"what waits in a %s queue is thrown away, and what is held stays",
	async (type, args) => {
		const [name, other] = [`purged-${type}`, `beside-${type}`];
		await filled(own(), name, 9, args);
		await filled(own(), other, 2);
		const holder = await stuck(own(), name, 4);
		const cleanUps = open();
		const picture = await allOf(own().world);
		const plan = await planned(cleanUps, name, purge);
		expect(plan).toMatchObject({
			...{ refusal: null, risk: "loses messages", typed: name },
			...{ messages: { n: 5 }, undo: "impossible" },
			effects: [{ code: "purge", values: { messages: 5 } }],
			warnings: [
				{ code: "held stays", values: { messages: 4 } },
				{ code: "arrivals go too" },
			],
			figures: [
				{ code: "held", before: { n: 4 }, after: { n: 4 } },
				{ code: "waiting", before: { n: 5 }, after: { n: 0 } },
			],
		});
		expect(await allOf(own().world)).toBe(picture);
		const told = courseOf();
		const outcome = await applied(cleanUps, name, plan, told);
		expect(outcome).toMatchObject({
			...{ ending: "done", messagesDone: 5, refusals: [] },
			figures: plan.figures,
		});
		expect(told.progress.map(({ stage }) => stage)).toEqual([
			...["looking again", "messages", "proving"],
		]);
		const { figures, afterwards } = await cleanUps.prove(
			...([queueOf(name), stored(plan), []] as const),
		);
		expect(figures).toEqual(outcome.figures);
		expect(afterwards).toMatchObject([{ code: "as left" }]);
		await holder.link.close();
		expect(await drained(own(), name)).toHaveLength(4);
		expect(await drained(own(), other)).toHaveLength(2);
	},
);

test("a queue that filled up since, or is read now, or another of its name is not emptied", async () => {
	const name = "purged-stale";
	await filled(own(), name, 9);
	const cleanUps = open();
	const plan = await planned(cleanUps, name, purge);
	own().channel.sendToQueue(name, Buffer.from("one more"));
	await soon(async () => {
		expect(await countsOf(own().world, name)).toMatchObject({ ready: 10 });
	});
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "changed since" }],
	});
	const again = await planned(cleanUps, name, purge);
	const reader = await stuck(own(), name, 1);
	expect(await applied(cleanUps, name, again)).toMatchObject({
		refusals: [{ code: "changed since" }],
	});
	await reader.link.close();
	await own().channel.deleteQueue(name);
	expect(await applied(cleanUps, name, again)).toMatchObject({
		refusals: [{ code: "gone" }],
	});
	await filled(own(), name, 3);
	expect(await applied(cleanUps, name, again)).toMatchObject({
		refusals: [{ code: "made again", values: { channel: name } }],
	});
	expect(await drained(own(), name)).toHaveLength(3);
});

test("a queue whose policy changed since is not emptied", async () => {
	const name = "purged-policy";
	await filled(own(), name, 3);
	const cleanUps = open();
	const plan = await planned(cleanUps, name, purge);
	await own().world.call("PUT", "/api/policies/%2F/p", {
		...{ pattern: `^${name}$`, definition: { "max-length": 99 } },
	});
	await soon(async () => {
		const queue = await own().world.call("GET", `/api/queues/%2F/${name}`);
		expect(queue).toMatchObject({ policy: "p" });
	});
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		refusals: [{ code: "changed since" }],
	});
	await own().world.call("DELETE", "/api/policies/%2F/p");
});

test("an empty queue that nobody reads is deleted with its bindings", async () => {
	const name = "spare queue/1";
	await filled(own(), name, 0);
	await own().channel.bindQueue(name, "amq.topic", "a.#");
	await own().channel.bindQueue(name, "amq.topic", "b.#");
	const cleanUps = open();
	const plan = await planned(cleanUps, name, remove);
	const { channel } = queueOf(name);
	expect(plan).toMatchObject({
		...{ refusal: null, risk: "none", typed: channel, messages: { n: 0 } },
		effects: [{ code: "delete", values: { channel, bindings: 2 } }],
		warnings: [{ code: "bindings go too", values: { bindings: 2 } }],
		figures: [{ code: "bindings", before: { n: 2 }, after: { n: 0 } }],
	});
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "done", refusals: [], figures: plan.figures },
	});
	await expect(countsOf(own().world, name)).rejects.toThrow("404");
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "refused", refusals: [{ code: "gone" }] },
	});
	await filled(own(), name, 0);
	expect(await cleanUps.prove(queueOf(name), stored(plan), [])).toMatchObject({
		afterwards: [{ code: "channel came back" }],
	});
});

test("a queue that is not empty, or is read, is not deleted: by the plan, and by the broker between the look and the deed", async () => {
	const name = "not spare";
	await filled(own(), name, 1);
	const cleanUps = open();
	expect(await planned(cleanUps, name, remove)).toMatchObject({
		refusal: { code: "not empty", values: { messages: 1 } },
		...{ effects: [], commands: null },
	});
	await drained(own(), name);
	await soon(async () => {
		expect(await countsOf(own().world, name)).toMatchObject({ ready: 0 });
	});
	const plan = await planned(cleanUps, name, remove);
	expect(plan.refusal).toBeNull();
	// The broker knows of it before its management has counted it.
	own().channel.sendToQueue(name, Buffer.from("late"));
	await own().channel.waitForConfirms();
	const outcome = await applied(cleanUps, name, plan);
	expect(outcome).toMatchObject({
		...{ ending: "refused", refusals: [{ code: "not empty" }] },
	});
	await drained(own(), name);
	await stuck(own(), name, 1).catch(() => {});
	await soon(async () => {
		expect(await planned(cleanUps, name, remove)).toMatchObject({
			refusal: { code: "still in use", values: { members: 1 } },
		});
	});
});

test.each(["quorum", "stream"])(
	"a %s queue is not deleted from here, since the broker would do it whatever is in it",
	async (type) => {
		const name = `kept-${type}`;
		await own().channel.assertQueue(name, {
			...{ durable: true, arguments: { "x-queue-type": type } },
		});
		const cleanUps = open();
		await soon(async () => {
			const { refusal } = await planned(cleanUps, name, remove);
			expect(refusal?.code).toBe("no safe way");
		});
		const plan = await planned(cleanUps, name, remove);
		expect(plan.commands).toEqual([
			`rabbitmqctl delete_queue --vhost / -- ${name}`,
		]);
		expect(await applied(cleanUps, name, plan)).toMatchObject({
			refusals: [{ code: "no safe way" }],
		});
	},
);
