// T18, T19: what comes of rows that somebody wrote into the store who is not Tidemark? Read-only holds, and nothing is done that nobody saw.
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { sessionAs } from "#lib/access/for-tests.ts";
import { reclaimAll } from "#lib/core/clean-up/clean-up.ts";
import { planOf } from "#lib/core/clean-up/for-tests.ts";
import { planCells } from "#lib/store/sqlite/clean-ups/undertakings.ts";
import { hashOf } from "../clean-ups/hash.ts";
import {
	become,
	collectorOn,
	idOfChannel,
	patient,
	scene,
	session,
} from "../for-tests/clean-ups.ts";

type Scene = Awaited<ReturnType<typeof scene>>;
const orders = idOfChannel("orders");
type Cell = string | number | null;

/** Whoever can write the file, behind everybody's back. */
function handOn(folder: string) {
	const file = new DatabaseSync(path.join(folder, "tidemark.db"));
	onTestFinished(() => file.close());
	file.exec("PRAGMA busy_timeout = 10000");
	return (sql: string, ...cells: Cell[]) => file.prepare(sql).run(...cells);
}

const wish = (cleanUp: object = reclaimAll) =>
	JSON.stringify({
		...{ verb: "clean up", cleanUp },
		targets: { subscriptions: [orders] },
	});

/** An errand that nobody asked for, as if it had been approved. */
function forge(
	hand: ReturnType<typeof handOn>,
	id: string,
	change: { readonly hash?: string } = {},
) {
	const nowMs = Date.now();
	hand(
		"INSERT INTO errand (id, asked_by, session, wish, state, asked_ms, action) VALUES (?, 'me', ?, ?, 'approved', ?, 'reclaim')",
		...[id, session, wish(), nowMs],
	);
	const target = {
		id: orders,
		subscription: {
			...{ broker: "one", kind: "log", channel: "orders", group: "billing" },
		},
		...{ plan: planOf(), failure: null },
	};
	hand(
		"INSERT INTO clean_up (errand, left_out, hash, planned_ms, expires_ms, approval) VALUES (?, 0, ?, ?, ?, ?)",
		...[id, change.hash ?? hashOf([target]), nowMs, nowMs + 100_000],
		JSON.stringify({
			...{ by: "me", session, from: null, why: "night" },
			...{ typed: null, atMs: nowMs },
		}),
	);
	hand(
		"INSERT INTO clean_up_target (errand, id, broker, asked_ms, subscription, plan, plan_more) VALUES (?, ?, 'one', ?, ?, ?, ?)",
		...[id, orders, nowMs, JSON.stringify(target.subscription)],
		...planCells(target.plan),
	);
}

async function refusedAs({ find }: Scene, id: string) {
	const errand = async () => (await find(id))?.state;
	await expect.poll(errand, patient).toBe("refused");
	return (await find(id))?.undertaking?.targets.map(
		({ outcome }) => outcome?.refusals[0]?.code,
	);
}

const whole = { readOnly: true, readOnlyBrokers: [] };
const broker = { readOnly: false, readOnlyBrokers: ["one"] };

test.each([
	["everything", whole],
	["its broker", broker],
])(
	"T18: where %s is read-only a row written by hand, right in every cell, is refused by the collector",
	async (_, leave) => {
		const here = await scene({ parts: { leave } });
		forge(handOn(here.folder), "forged");
		expect(await refusedAs(here, "forged")).toEqual(["read-only"]);
		expect(here.world.applied).toBe(0);
	},
);

test("T18: and so is one that was approved before it was made read-only", async () => {
	const first = await scene();
	const id = await first.ask();
	await first.reaches(id, "planned");
	await first.stop();
	await first.approve(id);
	const next = await collectorOn(first.folder, {
		...{ parts: { leave: whole }, world: first.world },
	});
	await first.reaches(id, "refused");
	expect(first.world.applied).toBe(0);
	await next.stop();
});

test("T19: a plan nobody drew is not done, though it stands there as approved", async () => {
	const here = await scene();
	forge(handOn(here.folder), "forged", { hash: "of something else" });
	expect(await refusedAs(here, "forged")).toEqual(["changed since"]);
	expect(here.world.applied).toBe(0);
});

test("T19: a plan whose target or amount was changed after somebody saw it is not done", async () => {
	const { folder, world, stop, ask, approve, reaches } = await scene();
	const hand = handOn(folder);
	const changes = [
		`UPDATE clean_up_target SET subscription = json_set(subscription, '$.channel', 'mails') WHERE errand = ?`,
		`UPDATE clean_up_target SET plan = json_set(plan, '$.messages.n', 99) WHERE errand = ?`,
		`UPDATE clean_up_target SET plan = json_set(plan, '$.cleanUp.fate', 'acknowledge') WHERE errand = ?`,
		`UPDATE clean_up_target SET plan_more = json_set(plan_more, '$.seen', 'another') WHERE errand = ?`,
		`UPDATE clean_up_target SET id = '${idOfChannel("mails")}' WHERE errand = ?`,
	];
	const ids: string[] = [];
	for (const _ of changes) {
		const id = await ask();
		await reaches(id, "planned");
		ids.push(id);
	}
	await stop();
	for (const [at, id] of ids.entries()) {
		await approve(id);
		const { changes: rows } = hand(changes[at] ?? "", id);
		expect(rows).toBe(1);
	}
	const next = await collectorOn(folder, { world });
	for (const id of ids) await reaches(id, "refused");
	expect(world.applied).toBe(0);
	await next.stop();
});

test("T19: a yes in somebody else's name, without one, or of a session that is none, is no yes", async () => {
	const { folder, web, world, stop, ask, reaches } = await scene();
	const hand = handOn(folder);
	const startedMs = Date.now();
	await web.sessions.start(
		sessionAs("viewer", { hash: "a viewer", person: "vi", startedMs }),
	);
	const by = async (change: string) => {
		const id = await ask();
		await reaches(id, "planned");
		return [id, change] as const;
	};
	const rows = [
		await by(`state = 'approved'`),
		await by(`state = 'approved', session = 'a viewer'`),
		await by(`state = 'approved', session = 'nobody'`),
	];
	await stop();
	for (const [id, change] of rows)
		hand(`UPDATE errand SET ${change} WHERE id = ?`, id);
	const approval = (of: string) =>
		JSON.stringify({
			...{ by: "me", session: of, from: null, why: null, typed: null },
			atMs: Date.now(),
		});
	for (const [at, of] of ["a viewer", "nobody"].entries())
		hand(
			"UPDATE clean_up SET approval = ? WHERE errand = ?",
			...[approval(of), rows[at + 1]?.[0] ?? ""],
		);
	const next = await collectorOn(folder, { world });
	for (const [id] of rows) await reaches(id, "refused");
	expect(world.applied).toBe(0);
	await next.stop();
});

test("T19: a session that ended asks for no plan either, whoever the row names", async () => {
	const { folder, web, world, find } = await scene();
	await become(web, null);
	handOn(folder)(
		"INSERT INTO errand (id, asked_by, session, wish, state, asked_ms, action) VALUES ('late', 'owner', ?, ?, 'asked', ?, 'reclaim')",
		...[session, wish(), Date.now()],
	);
	await expect
		.poll(async () => (await find("late"))?.state, patient)
		.toBe("failed");
	expect(world.planned).toEqual([]);
});

test.each([
	["no JSON", "{"],
	["nothing", "null"],
	["a verb nobody knows", '{"verb":"run","text":"rm -rf /"}'],
	["a clean-up nobody knows", wish({ action: "__proto__" })],
	["a clean-up without its parts", wish({ action: "reset" })],
])(
	"T19: a wish that is %s is done by nobody, and holds nobody up",
	async (_, written) => {
		const { folder, world, approved, reaches } = await scene();
		handOn(folder)(
			"INSERT INTO errand (id, asked_by, session, wish, state, asked_ms, action) VALUES ('odd', 'me', ?, ?, 'asked', ?, 'reclaim')",
			...[session, written, Date.now() - 1_000],
		);
		await reaches(await approved(), "done");
		expect(world.planned).toHaveLength(1);
		expect(world.applied).toBe(1);
	},
);
