// What comes of a clean-up that the user may not do, that the server falls silent in, or that somebody does by hand instead?
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
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

/** Nobody but this user may do less: it sees everything, and may do in this virtual host what is said. */
async function openAs(tags: string, permissions: Record<string, string>) {
	const { call, address } = own().world;
	const user = `limited-${tags}-${Object.values(permissions).join("")}`;
	const at = encodeURIComponent(user);
	await call("PUT", `/api/users/${at}`, { password: "p", tags });
	await call("PUT", `/api/permissions/%2F/${at}`, {
		...{ configure: "^$", write: "^$", read: "^$", ...permissions },
	});
	return cleanUpsAt(address.replace("guest:guest", `${at}:p`));
}

test("a user that may only look does none of it, and what the broker says is told", async () => {
	await filled(own(), "guarded", 3);
	await filled(own(), "guarded spare", 0);
	const holder = await stuck(own(), "guarded", 1);
	const cleanUps = await openAs("monitoring", {});
	const wishes: readonly (readonly [string, CleanUp])[] = [
		["guarded", { action: "purge" }],
		["guarded spare", { action: "delete" }],
		["guarded", { action: "evict", member: holder.tag }],
	];
	for (const [name, wish] of wishes) {
		const plan = await planned(cleanUps, name, wish);
		expect(plan.refusal).toBeNull();
		expect(await applied(cleanUps, name, plan)).toMatchObject({
			...{ ending: "refused", messagesDone: 0, membersRemoved: 0 },
			refusals: [{ code: "broker forbids" }],
		});
	}
	const move = { action: "move", to: "guarded spare" } as const;
	expect(await planned(cleanUps, "guarded", move)).toMatchObject({
		refusal: { code: "broker forbids" },
		effects: [],
	});
	expect(await countsOf(own().world, "guarded")).toMatchObject({
		...{ ready: 2, held: 1, consumers: 1 },
	});
	await holder.link.close();
});

test.each<readonly [string, string, Record<string, string>, CleanUp]>([
	["throw away", "monitoring", { read: ".*" }, { action: "purge" }],
	["delete", "monitoring", { configure: ".*" }, { action: "delete" }],
	["move", "policymaker", {}, { action: "move", to: "enough there" }],
	[
		"move and see it",
		"monitoring,policymaker",
		{},
		{ action: "move", to: "enough there" },
	],
])("so much is enough to %s", async (word, tags, permissions, wish) => {
	const name = `enough to ${word}`;
	await filled(own(), name, wish.action === "delete" ? 0 : 2);
	await own().channel.assertQueue("enough there");
	const cleanUps = await openAs(tags, permissions);
	await soon(async () => {
		const { refusal } = await planned(cleanUps, name, wish);
		expect(refusal).toBeNull();
	});
	const plan = await planned(cleanUps, name, wish);
	expect(await applied(cleanUps, name, plan)).toMatchObject({
		...{ ending: "done", refusals: [], messagesDone: plan.messages.n },
	});
});

test("where the server falls silent, nobody says that nothing was done, and it is looked at later", async () => {
	const name = "silent";
	await filled(own(), name, 4);
	const cleanUps = cleanUpsAt(own().world.address, 2_000);
	const plan = await planned(cleanUps, name, { action: "purge" });
	const told = courseOf();
	const outcome = await cleanUps.apply(queueOf(name), stored(plan), {
		...told.course,
		async progress({ stage }) {
			if (stage === "messages") own().world.freeze();
		},
	});
	expect(outcome).toMatchObject({
		...{ ending: "unknown", figures: [], verifiedMs: null },
		refusals: [{ code: "broker failed" }],
	});
	own().world.thaw();
	await soon(async () => {
		const { figures } = await cleanUps.prove(queueOf(name), stored(plan), []);
		const { ready } = await countsOf(own().world, name);
		expect(figures.at(-1)).toMatchObject({
			...{ code: "waiting", before: { n: 4 }, after: { n: ready } },
		});
	});
});

test("where the server falls silent in the middle of a move, what came of it is unknown, and told once it is heard again", async () => {
	const [name, target] = ["mute", "mute there"];
	await filled(own(), name, 3);
	await filled(own(), target, 0);
	const cleanUps = cleanUpsAt(own().world.address, 3_000);
	const plan = await planned(cleanUps, name, { action: "move", to: target });
	const told = courseOf();
	// Two are taken before the shovel can, so that it waits for more.
	const outcome = await cleanUps.apply(queueOf(name), stored(plan), {
		...told.course,
		async progress(it) {
			told.progress.push(it);
			if (it.stage !== "messages") return;
			if (told.progress.length === 2)
				for (let i = 0; i < 2; i++)
					await own().channel.get(name, { noAck: true });
			if (it.messages === 1) own().world.freeze();
		},
	});
	expect(outcome).toMatchObject({
		...{ ending: "unknown", messagesDone: 1, figures: [], verifiedMs: null },
		refusals: [{ code: "broker failed" }],
	});
	own().world.thaw();
	const proven = () => cleanUps.prove(queueOf(name), stored(plan), []);
	const after = (there: number) => [
		{ code: "waiting", after: { n: 0 } },
		{ code: "waiting there", after: { n: there } },
	];
	await soon(async () => {
		const { figures, afterwards } = await proven();
		expect(afterwards).toMatchObject([{ code: "still moving" }]);
		expect(figures).toMatchObject(after(1));
	});
	// It goes on by itself, and ends.
	for (const text of ["x", "y"])
		own().channel.sendToQueue(name, Buffer.from(text));
	await soon(async () => {
		const { figures, afterwards } = await proven();
		expect(afterwards).toMatchObject([{ code: "as left" }]);
		expect(figures).toMatchObject(after(3));
	});
	expect(await drained(own(), target)).toHaveLength(3);
}, 180_000);

/** As a shell would take it. */
const wordsOf = (line: string): readonly string[] =>
	execFileSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" })
		.split("\0")
		.slice(0, -1);

test.each(["plain", "-h", 'it\'s; touch "pwned" $(id)'])(
	"what stands beside the plans does the same by hand, with a queue called %s",
	async (name) => {
		const there = `${name} there`;
		await filled(own(), name, 3);
		await filled(own(), there, 0);
		const cleanUps = open();
		const by = async (wish: CleanUp) => {
			const { commands } = await planned(cleanUps, name, wish);
			for (const line of commands ?? []) {
				const [tool, ...words] = wordsOf(line);
				expect(tool).toBe("rabbitmqctl");
				await own().world.ctl(...words);
			}
			return commands?.length;
		};
		expect(await by({ action: "move", to: there })).toBe(1);
		await soon(async () => {
			expect(await countsOf(own().world, there)).toMatchObject({ ready: 3 });
			expect(await countsOf(own().world, name)).toMatchObject({ ready: 0 });
		});
		expect(await drained(own(), there)).toHaveLength(3);
		await filled(own(), name, 2);
		expect(await by({ action: "purge" })).toBe(1);
		await soon(async () => {
			expect(await countsOf(own().world, name)).toMatchObject({ ready: 0 });
		});
		expect(await by({ action: "delete" })).toBe(1);
		await expect(countsOf(own().world, name)).rejects.toThrow("404");
	},
);

test("a connection is closed by hand as well", async () => {
	await filled(own(), "by hand", 2);
	const holder = await stuck(own(), "by hand", 1, "hangs");
	const evict = { action: "evict", member: "hangs" } as const;
	const { commands } = await planned(open(), "by hand", evict);
	const [tool = "", ...words] = wordsOf(commands?.[0] ?? "");
	expect(commands).toHaveLength(1);
	expect(tool).toBe("curl");
	const filledIn = words.map((it) => (it === "USER" ? "guest:guest" : it));
	execFileSync(tool, ["-s", ...filledIn]);
	await holder.isClosed;
});
