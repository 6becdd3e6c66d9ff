// Is a program found out that takes its partitions by itself, and is nobody else taken for one?
import { expect, inject, onTestFinished, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { startAssigned } from "../../for-tests/assigned.ts";
import { cleaning, resetTo } from "../../for-tests/cleaning.ts";
import { commit } from "../../for-tests/positions.ts";
import { readingOf, stageAt, unique } from "../../for-tests/stage.ts";

const stage = stageAt(inject("kafkaAddress"));
const unseen = { code: "program unseen", values: { movedMs: null } };

/** As whoever assigns partitions to itself: it says again and again where it is, as no member of no generation. */
async function runs(group: string, topic: string, position: number) {
	let isOver = false;
	const says = () =>
		eventually(async () => {
			await commit(stage.port, group, topic, [position]);
			return isOver || undefined;
		}, 60_000);
	await commit(stage.port, group, topic, [position]);
	const said = says();
	onTestFinished(() => {
		isOver = true;
		return said.then(() => undefined);
	});
}

test("a program that is no member puts its own positions back, which is found out and remembered", async () => {
	const topic = await stage.topicWith(1, 20);
	const group = unique("by-itself");
	await runs(group, topic, 10);
	const reading = await readingOf(stage.open(), topic, group);
	expect(reading).toMatchObject({ state: "Empty", members: { registered: 0 } });
	const connection = stage.open();
	const { plan, apply } = cleaning(connection, topic, group);
	await connection.read();
	const it = await plan(resetTo({ place: "first" }));
	expect(it).toMatchObject({ refusal: null, warnings: [unseen] });
	const { outcome } = await apply(it);
	expect(outcome).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "put back", values: { partitions: 1 } }],
		figures: [{ code: "waiting", before: { n: 10 }, after: { n: 10 } }, {}],
	});
	const again = await plan(resetTo({ place: "first" }));
	expect(again.refusal?.code).toBe("program at work");
});

test("a real program that takes its partitions by itself is found out by the second look", async () => {
	const topic = await stage.topicWith(1, 20);
	const group = unique("assigned");
	await startAssigned(stage.broker, topic, group);
	const connection = stage.open();
	const { plan, apply } = cleaning(connection, topic, group);
	await eventually(async () => {
		const one = await plan(resetTo({ place: "first" })).catch(() => null);
		return one?.figures[0]?.before?.n === 0 || undefined;
	}, 30_000);
	await connection.read();
	const it = await plan(resetTo({ place: "first" }));
	expect(it).toMatchObject({ refusal: null, warnings: [unseen] });
	expect((await apply(it)).outcome).toMatchObject({
		...{ ending: "refused", messagesDone: 0 },
		refusals: [{ code: "put back", values: { partitions: 1 } }],
	});
	const again = await plan(resetTo({ place: "first" }));
	expect(again.refusal?.code).toBe("program at work");
});

test("a program that was seen to move a position is at work", async () => {
	const topic = await stage.topicWith(1, 20);
	const group = unique("by-itself");
	const connection = stage.open();
	for (const position of [3, 4]) {
		await commit(stage.port, group, topic, [position]);
		await connection.read();
	}
	const { plan } = cleaning(connection, topic, group);
	expect((await plan(resetTo({ place: "first" }))).refusal).toMatchObject({
		...{ code: "program at work", values: { movedMs: expect.any(Number) } },
	});
});

test("where no such program runs it is looked at twice, and what this console wrote itself is nobody's work", async () => {
	const topic = await stage.topicWith(2, 20);
	const group = unique("by-hand");
	await commit(stage.port, group, topic, [6, 2]);
	const connection = stage.open();
	const { plan, apply, prove } = cleaning(connection, topic, group);
	await connection.read();
	const it = await plan(resetTo({ place: "first" }));
	expect(it).toMatchObject({ refusal: null, warnings: [unseen] });
	const { outcome, kept, told } = await apply(it);
	expect(outcome).toMatchObject({
		...{ ending: "done", messagesDone: 2, refusals: [], figures: it.figures },
	});
	const proving = told.filter(({ stage }) => stage === "proving");
	// The silence between two words would end it.
	expect(proving.length).toBeGreaterThan(9);
	for (let ticks = 2; ticks > 0; ticks--) await connection.read();
	const undone = { plan: it, before: kept };
	const back = await plan({ action: "undo", errand: "a" }, undone);
	expect(back).toMatchObject({ refusal: null, warnings: [unseen] });
	expect((await prove(it)).afterwards).toMatchObject([{ code: "as left" }]);
	await commit(stage.port, group, topic, [6, 1]);
	expect((await prove(it)).afterwards).toMatchObject([
		{ code: "reads on", values: { partitions: 1 } },
		{ code: "as before", values: { partitions: 1 } },
	]);
	await commit(stage.port, group, topic, [7, 3]);
	expect((await prove(it)).afterwards).toMatchObject([
		{ code: "put back", values: { partitions: 2 } },
	]);
});
