// Do as many messages as were planned go to another queue, in their order, and nothing else? And where they may not, is it said how?
import { expect, test } from "vitest";
import { z } from "zod";
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
const to = (channel: string | null) =>
	({ action: "move", to: channel }) as const;
const shovels = () => own().world.call("GET", "/api/parameters/shovel");

test.each([
	["classic", {}],
	["quorum", { "x-queue-type": "quorum" }],
])("what waits in a %s queue goes, in its order", async (type, args) => {
	const [name, target] = [`from-${type}`, `to-${type}`];
	await filled(own(), name, 9, args);
	await filled(own(), target, 2);
	const cleanUps = open();
	const picture = await allOf(own().world);
	const plan = await planned(cleanUps, name, to(target));
	expect(plan).toMatchObject({
		...{ refusal: null, risk: "moves messages", typed: null },
		...{ messages: { n: 9 }, undo: "impossible" },
		effects: [{ code: "move", values: { messages: 9, to: target } }],
		figures: [
			{ code: "waiting", before: { n: 9 }, after: { n: 0 } },
			{ code: "waiting there", before: { n: 2 }, after: { n: 11 } },
		],
	});
	expect(JSON.stringify(plan)).not.toContain("guest");
	expect(await allOf(own().world)).toBe(picture);
	const told = courseOf();
	const outcome = await applied(cleanUps, name, plan, told);
	expect(outcome).toMatchObject({
		...{ ending: "done", messagesDone: 9, refusals: [] },
		figures: plan.figures,
	});
	expect(told.progress.at(-1)).toMatchObject({ messages: 9, stage: "proving" });
	expect(await shovels()).toEqual([]);
	const proof = await cleanUps.prove(queueOf(name), stored(plan), []);
	expect(proof).toMatchObject({
		...{ figures: outcome.figures, afterwards: [{ code: "as left" }] },
	});
	// A second time it does nothing.
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "nothing to do" }],
	});
	const all = Array.from({ length: 9 }, (_, n) => `${name} ${n}`);
	expect(await drained(own(), target)).toEqual([
		...[`${target} 0`, `${target} 1`, ...all],
	]);
});

test("as many as were planned go, and those that came since stay", async () => {
	const [name, target] = ["growing", "growing there"];
	await filled(own(), name, 3);
	await filled(own(), target, 0);
	const cleanUps = open();
	const plan = await planned(cleanUps, name, to(target));
	for (const text of ["x", "y"])
		own().channel.sendToQueue(name, Buffer.from(text));
	await own().channel.waitForConfirms();
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 3, refusals: [] },
	});
	expect(await drained(own(), name)).toEqual(["x", "y"]);
	expect(await drained(own(), target)).toHaveLength(3);
});

test("messages go to a queue of another virtual host, whatever both are called", async () => {
	const { world } = own();
	await world.call("PUT", "/api/vhosts/shop%20%2F1");
	await world.call("PUT", "/api/permissions/shop%20%2F1/guest", {
		...{ configure: ".*", write: ".*", read: ".*" },
	});
	const at = "/api/queues/shop%20%2F1/it's%20%22there%22";
	await world.call("PUT", at, { durable: true });
	const name = '-it\'s "here" %2F';
	await filled(own(), name, 4);
	const target = queueOf(`it's "there"`, "shop /1").channel;
	const cleanUps = open();
	await soon(async () => {
		const plan = await planned(cleanUps, name, to(target));
		expect(plan.figures[1]?.before?.n).toBe(0);
	});
	const plan = await planned(cleanUps, name, to(target));
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 4, figures: plan.figures },
	});
});

test.each([
	["nowhere", null, "nowhere named"],
	["a queue that is not there", "not there", "no such channel"],
	["a name that no queue can have", "%zz/x", "no such channel"],
	["itself", "hindered", "same channel"],
	["a queue that is too short", "short", "no room"],
	["a queue that is too small", "small", "no room"],
] as const)("nothing goes to %s", async (_, target, code) => {
	await own().channel.assertQueue("short", { maxLength: 2 });
	await own().channel.assertQueue("small", {
		arguments: { "x-max-length-bytes": 9 },
	});
	const { channel } = own();
	await channel.assertQueue("hindered", { durable: true });
	await channel.purgeQueue("hindered");
	await filled(own(), "hindered", 3);
	const plan = await planned(open(), "hindered", to(target));
	expect(plan).toMatchObject({ refusal: { code }, effects: [] });
	expect(await shovels()).toEqual([]);
});

test("a target that became too short, or another one, since the plan is refused", async () => {
	const [name, target] = ["stale", "stale there"];
	await filled(own(), name, 3);
	await filled(own(), target, 1);
	const cleanUps = open();
	const plan = await planned(cleanUps, name, to(target));
	await own().channel.deleteQueue(target);
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "refused", refusals: [{ code: "no such channel" }] },
	});
	await own().channel.assertQueue(target, { durable: true });
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		refusals: [{ code: "made again", values: { channel: target } }],
	});
	await drained(own(), name);
	await soon(async () => {
		expect(await countsOf(own().world, name)).toMatchObject({ ready: 0 });
	});
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
	});
	expect(await shovels()).toEqual([]);
});

test("a target that refuses what comes takes what it has room for, and the rest stays", async () => {
	const [name, target] = ["refused", "refusing"];
	await filled(own(), name, 5);
	await filled(own(), target, 0);
	const cleanUps = open();
	const plan = await planned(cleanUps, name, to(target));
	const told = courseOf();
	const limited = {
		...told.course,
		// Between the look and the deed.
		async progress(it: (typeof told.progress)[number]) {
			if (it.stage !== "messages" || told.progress.length > 0) return;
			told.progress.push(it);
			await own().world.call("PUT", "/api/policies/%2F/room", {
				pattern: `^${target}$`,
				definition: { "max-length": 2, overflow: "reject-publish" },
			});
			await soon(async () => {
				const policy = await own().world.call(
					"GET",
					"/api/queues/%2F/refusing",
				);
				expect(policy).toMatchObject({ policy: "room" });
			});
		},
	};
	const outcome = await cleanUps.apply(queueOf(name), stored(plan), limited);
	expect(outcome).toMatchObject({
		...{ ending: "partly done", messagesDone: 2 },
		refusals: [{ code: "copy refused" }],
	});
	await own().world.call("DELETE", "/api/policies/%2F/room");
	expect(await drained(own(), target)).toHaveLength(2);
	expect(await drained(own(), name)).toHaveLength(3);
	expect(await shovels()).toEqual([]);
});

test("somebody says stop: the shovel goes, what went is counted, and nothing is lost or doubled", async () => {
	const [name, target] = ["stopped", "stopped there"];
	await filled(own(), name, 3);
	await filled(own(), target, 0);
	const cleanUps = open();
	const plan = await planned(cleanUps, name, to(target));
	// Two are taken before the shovel can: it would wait for more.
	const told = courseOf();
	const stopping = {
		...told.course,
		async progress(it: (typeof told.progress)[number]) {
			told.progress.push(it);
			if (it.stage !== "messages") return;
			if (told.progress.length === 2) {
				await own().channel.get(name, { noAck: true });
				await own().channel.get(name, { noAck: true });
			}
			if (it.messages === 1) told.stop();
		},
	};
	const outcome = await cleanUps.apply(queueOf(name), stored(plan), stopping);
	expect(outcome).toMatchObject({
		...{ ending: "partly done", messagesDone: 1 },
		refusals: [{ code: "was stopped" }],
	});
	expect(await shovels()).toEqual([]);
	expect(await drained(own(), target)).toHaveLength(1);
	expect(await drained(own(), name)).toEqual([]);
});

test("whoever reads at the source is told of, and what it holds stays", async () => {
	const [name, target] = ["read", "read there"];
	await filled(own(), name, 6);
	await filled(own(), target, 0);
	const holder = await stuck(own(), name, 2);
	const cleanUps = open();
	const plan = await planned(cleanUps, name, to(target));
	expect(plan.messages.n).toBe(4);
	expect(plan.warnings.slice(0, 2)).toEqual([
		{ code: "held stays", values: { messages: 2 } },
		{ code: "members take too", values: { members: 1 } },
	]);
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "done", messagesDone: 4, refusals: [] },
	});
	await holder.link.close();
	expect(await drained(own(), name)).toHaveLength(2);
	expect(await drained(own(), target)).toHaveLength(4);
});

test("a shovel of ours that goes on is told of, and how to end it", async () => {
	const [name, target, elsewhere] = ["going", "going there", "going on"];
	await filled(own(), name, 3);
	await filled(own(), target, 0);
	const cleanUps = open();
	const plan = await planned(cleanUps, name, to(target));
	const seen = z.object({ further: z.object({ shovel: z.string() }) });
	const { shovel } = seen.parse(plan.seen).further;
	const at = `/api/parameters/shovel/%2F/${shovel}`;
	// It waits for messages that never come.
	await own().channel.assertQueue(elsewhere);
	const uri = "amqp:///%2F";
	await own().world.call("PUT", at, {
		value: {
			...{ "src-uri": uri, "src-queue": elsewhere, "src-delete-after": 9 },
			...{ "dest-uri": uri, "dest-queue": target },
		},
	});
	const { afterwards } = await cleanUps.prove(
		...([queueOf(name), stored(plan), []] as const),
	);
	expect(afterwards).toMatchObject([
		{ code: "still moving", values: { name: shovel } },
	]);
	await soon(async () => {
		const again = await planned(cleanUps, elsewhere, to(target));
		expect(again).toMatchObject({
			refusal: { code: "moving already", values: { name: shovel } },
			commands: [`rabbitmqctl clear_parameter --vhost / -- shovel ${shovel}`],
		});
	});
	await own().world.call("DELETE", at);
});
