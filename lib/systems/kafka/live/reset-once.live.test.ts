// Is a change sent once, whatever becomes of its answer, and is its end told by what the broker shows?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { startKafka } from "#world/kafka.ts";
import { freePorts } from "#world/ports.ts";
import { cleaning, resetTo } from "../for-tests/cleaning.ts";
import { leftGroup } from "../for-tests/groups-left.ts";
import { commit } from "../for-tests/positions.ts";
import { relay } from "../for-tests/relay.ts";
import { looks, stageAt, unique } from "../for-tests/stage.ts";

const folder = await mkdtemp(join(tmpdir(), "tidemark-once-"));
const [between = 0] = await freePorts(1);
let behind = 0;
const way = await relay(between, () => behind);
const world = await startKafka({
	...{ nodes: 1, folder },
	settings({ port }) {
		behind = port;
		return { "advertised.listeners": `PLAINTEXT://127.0.0.1:${between}` };
	},
});
const [node] = world.nodes;
if (!node) throw new Error("The world has no node");
const stage = stageAt(world.address);

afterAll(async () => {
	await way.stop();
	await world.stop();
	await rm(folder, { recursive: true, force: true });
});

const offsetCommit = 8;
const commits = () => way.asked.get(offsetCommit) ?? 0;

async function begin() {
	const topic = await stage.topicWith(2, 20);
	const group = unique("group");
	await commit(stage.port, group, topic, [0]);
	await leftGroup(stage.port, "consumer", group, topic, [6, 2]);
	const connection = stage.open();
	await connection.read();
	const positions = async () => {
		const { partitions } = await looks(connection, topic, group, "partitions");
		return partitions.map(({ position }) => position);
	};
	return { positions, ...cleaning(connection, topic, group) };
}

test("an answer that is lost is not asked for again, and what was done is found out", async () => {
	const { plan, apply, positions } = await begin();
	const it = await plan(resetTo({ place: "first" }));
	const before = commits();
	way.lose(offsetCommit, "answer");
	const { outcome, kept } = await apply(it);
	expect(outcome).toMatchObject({
		...{ ending: "done", messagesDone: 2, refusals: [], figures: it.figures },
	});
	expect(commits()).toBe(before + 1);
	expect(kept).toHaveLength(2);
	expect(await positions()).toEqual([0, 0]);
});

test("a question that is lost is not asked again, and nobody says that it was not done", async () => {
	const { plan, apply, positions, prove } = await begin();
	const it = await plan(resetTo({ place: "first" }));
	const before = commits();
	way.lose(offsetCommit, "question");
	const { outcome, kept } = await apply(it);
	expect(outcome).toMatchObject({
		...{ ending: "unknown", messagesDone: 0 },
		refusals: [{ code: "broker failed" }],
		figures: [{ code: "waiting", before: { n: 12 }, after: { n: 12 } }, {}],
	});
	expect(commits()).toBe(before + 1);
	expect(kept).toHaveLength(2);
	expect(await positions()).toEqual([6, 2]);
	expect((await prove(it)).afterwards).toMatchObject([
		{ code: "as before", values: { partitions: 2 } },
	]);
});

test("a node that falls silent before it is told leaves an end that nobody knows, and once it speaks again it is told", async () => {
	const { plan, applyWith, prove } = await begin();
	const it = await plan(resetTo({ place: "first" }));
	const before = commits();
	const { outcome } = await applyWith(it, async () => node.freeze());
	node.thaw();
	expect(outcome).toMatchObject({
		...{ ending: "unknown", messagesDone: 0, figures: [], verifiedMs: null },
		refusals: [{ code: "broker failed" }],
	});
	expect(commits()).toBe(before + 1);
	const [said] = await eventually(
		async () => (await prove(it)).afterwards,
		20_000,
	);
	expect(["as left", "as before"]).toContain(said?.code);
});

test("a node that is gone before it is told was never told, and nothing was done", async () => {
	const { plan, apply, positions } = await begin();
	const it = await plan(resetTo({ place: "first" }));
	await node.kill();
	const { outcome, kept } = await apply(it);
	expect(outcome).toMatchObject({
		...{ ending: "failed", messagesDone: 0, verifiedMs: null },
		refusals: [{ code: "broker failed" }],
	});
	expect(kept).toEqual([]);
	await node.restart();
	expect(await eventually(positions, 20_000)).toEqual([6, 2]);
});
