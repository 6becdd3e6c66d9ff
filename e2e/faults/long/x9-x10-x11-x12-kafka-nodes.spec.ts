// X9 to X12: nodes of a cluster are cut off, frozen and killed, one and then two of three. Is only unknown what nobody can know, and is the rest followed?
import { test as base, expect } from "@playwright/test";
import { eventually } from "#world/eventually.ts";
import { keys } from "#world/kafka-ear.ts";
import { coordinatorOf, leadersOf } from "#world/kafka-places.ts";
import type { Board } from "../../visitor.ts";
import {
	brokerName,
	isFresh,
	type KafkaScene,
	noticesIn,
	overKafka,
	rowOf,
	ticks,
	ticksUntil,
} from "../kafka-scene.ts";
import { sized } from "../size.ts";
import type { Truth } from "../truth.ts";

const test = base.extend<object, { scene: KafkaScene }>({
	scene: [
		async ({ browserName: _ }, use) => overKafka(3, use),
		{ scope: "worker", timeout: 180_000 },
	],
});
test.describe.configure({ mode: "serial" });

/** As the product promises it of each tick. */
const deadlineMs = 3000;
const everyMs = 1000;

const nodeOf = ({ kafka }: KafkaScene, id: number) => {
	const [node, proxy, ear] = [kafka.world.nodes, kafka.proxies, kafka.ears].map(
		(all) => all[id - 1],
	) as [
		KafkaScene["kafka"]["world"]["nodes"][number],
		KafkaScene["kafka"]["proxies"][number],
		KafkaScene["kafka"]["ears"][number],
	];
	return { node, proxy, ear };
};

const allFresh = (board: Board, truths: readonly Truth[]): boolean =>
	truths.every((truth) => isFresh(rowOf(board, truth)));

/** Backlogs of which somebody else leads and keeps all. */
async function besides(
	{ kafka, truths }: KafkaScene,
	id: number,
): Promise<readonly Truth[]> {
	const port = kafka.world.nodes.find((node) => node.id !== id)?.port ?? 0;
	const places = await Promise.all(
		truths.map(async ({ channel, group }) => [
			...(await leadersOf(port, channel)),
			await coordinatorOf(port, group),
		]),
	);
	return truths.filter((_, i) => !places[i]?.includes(id));
}

/** What must hold in every board while a node is away: the others' rows are fresh and move, and ticks come in time. */
function watching(others: readonly Truth[]) {
	const broken = new Set<string>();
	const lags = others.map(() => new Set<number>());
	let heardMs = 0;
	return {
		see(board: Board): void {
			others.forEach((truth, i) => {
				const row = rowOf(board, truth);
				if (!isFresh(row)) broken.add(`${truth.channel} is not fresh`);
				lags[i]?.add(row?.lag?.n ?? -1);
			});
			const broker = board.brokers.find(({ name }) => name === brokerName);
			const atMs = Date.parse(broker?.heard ?? "");
			const isLate = heardMs > 0 && atMs - heardMs > 2 * (deadlineMs + everyMs);
			if (isLate) broken.add(`a tick came after ${atMs - heardMs} ms`);
			heardMs = atMs;
		},
		expectWell(): void {
			expect([...broken]).toEqual([]);
			expect(others.length).toBeGreaterThan(0);
			for (const seen of lags) expect(seen.size).toBeGreaterThan(1);
		},
	};
}

/** Of each node: connections and questions about the cluster so far. */
const countsOf = ({ kafka }: KafkaScene) => ({
	atMs: performance.now(),
	opened: kafka.proxies.map(({ knocked }) => knocked),
	asked: kafka.ears.map(({ asked }) => asked.get(keys.metadata) ?? 0),
});

/** However many ticks there were, they were not more than this. */
function expectNoStorm(
	scene: KafkaScene,
	before: ReturnType<typeof countsOf>,
): void {
	const now = countsOf(scene);
	const most = 4 * (1 + (now.atMs - before.atMs) / everyMs);
	for (const of of ["opened", "asked"] as const)
		now[of].forEach((count, i) => {
			expect(count - (before[of][i] ?? 0)).toBeLessThanOrEqual(most);
		});
}

test("a node that is cut off, in one direction or both, hides its own rows only, and is back when it is", async ({
	scene,
}) => {
	test.slow();
	const { witness, truths } = scene;
	await witness.until((board) => allFresh(board, truths), 60_000);
	const { proxy } = nodeOf(scene, 2);
	const own = truths[1] as Truth;
	const others = await besides(scene, 2);
	for (const swallows of ["server", "client", "both"] as const) {
		const before = countsOf(scene);
		const watch = watching(others);
		proxy.mode = { swallows };
		await witness.until((board) => {
			watch.see(board);
			return rowOf(board, own)?.verdict === "unknown";
		}, 30_000);
		await ticks(scene, 2, watch.see);
		proxy.mode = {};
		proxy.reset();
		await witness.until((board) => {
			watch.see(board);
			return isFresh(rowOf(board, own));
		}, 30_000);
		watch.expectWell();
		expectNoStorm(scene, before);
	}
	expect(witness.broken).toEqual([]);
});

test("a slow and uneven network makes ticks longer and nothing wrong", async ({
	scene,
}) => {
	const { kafka, witness, truths } = scene;
	for (const proxy of kafka.proxies)
		proxy.mode = { latencyMs: 200, jitterMs: 50 };
	await ticks(scene, sized(3, 20));
	for (const proxy of kafka.proxies) proxy.mode = {};
	await witness.until((board) => allFresh(board, truths), 30_000);
	expect(witness.broken).toEqual([]);
});

test("a frozen node holds up no tick, and its rows are followed to where the cluster puts them", async ({
	scene,
}) => {
	const { witness, truths } = scene;
	const { node } = nodeOf(scene, 2);
	const own = truths[1] as Truth;
	const watch = watching(await besides(scene, 2));
	const before = countsOf(scene);
	node.freeze();
	try {
		await witness.until((board) => {
			watch.see(board);
			return rowOf(board, own)?.verdict === "unknown";
		}, 30_000);
		await witness.until((board) => {
			watch.see(board);
			return isFresh(rowOf(board, own));
		}, 60_000);
	} finally {
		node.thaw();
	}
	watch.expectWell();
	expectNoStorm(scene, before);
	await witness.until((board) => allFresh(board, truths), 60_000);
	expect(witness.broken).toEqual([]);
});

test("one of three nodes is killed, which also keeps groups: only its rows are blank, and they move again a few ticks after the cluster is whole", async ({
	scene,
}) => {
	const { kafka, witness, truths } = scene;
	const own = truths[2] as Truth;
	const { node } = nodeOf(scene, 3);
	const living = kafka.world.nodes[0]?.port ?? 0;
	const watch = watching(await besides(scene, 3));
	const before = countsOf(scene);
	let isWhole = false;
	let wasBlank = false;
	await node.kill();
	const whole = eventually(async () => {
		const [leader = -1] = await leadersOf(living, own.channel);
		const kept = await coordinatorOf(living, own.group);
		return ![leader, kept].some((id) => id === 3 || id < 0) || undefined;
	}, 30_000).finally(() => {
		isWhole = true;
	});
	await Promise.all([
		whole,
		witness.until((board) => {
			watch.see(board);
			wasBlank ||= rowOf(board, own)?.verdict === "unknown";
			return isWhole;
		}, 40_000),
	]);
	expect(wasBlank).toBe(true);
	const passed = await ticksUntil(scene, (board) => {
		watch.see(board);
		return isFresh(rowOf(board, own));
	});
	expect(passed).toBeLessThanOrEqual(5);
	const lag = own.lag();
	await witness.until((board) => {
		watch.see(board);
		return (rowOf(board, own)?.lag?.n ?? 0) > lag;
	}, 30_000);
	watch.expectWell();
	expectNoStorm(scene, before);
	expect(witness.broken).toEqual([]);
});

test("with two of three nodes dead what nobody can know is unknown and never zero, nothing is called over, and all is right when they are back", async ({
	scene,
}) => {
	test.slow();
	const { kafka, sink, witness, truths } = scene;
	const { node } = nodeOf(scene, 1);
	await eventually(
		() =>
			truths.every(({ channel }) =>
				noticesIn(sink).some(({ channels }) => channels.includes(channel)),
			) || undefined,
		30_000,
	);
	// Nobody reads any of them, and that is known by now.
	await witness.until(
		(board) =>
			truths.every((truth) => rowOf(board, truth)?.verdict === "stopped"),
		60_000,
	);
	const last = truths.map((truth) => truth.lag());
	const before = countsOf(scene);
	await node.kill();
	const wrong = new Set<string>();
	const see = (board: Board) => {
		truths.forEach((truth, i) => {
			const row = rowOf(board, truth);
			const isLess = (row?.lag?.n ?? 0) < (last[i] ?? 0) - 50;
			if (isLess || row?.verdict === "healthy") wrong.add(JSON.stringify(row));
		});
	};
	await witness.until((board) => {
		see(board);
		return truths.some((truth) => rowOf(board, truth)?.verdict === "unknown");
	}, 30_000);
	const untilMs = performance.now() + sized(5, 30) * everyMs;
	await witness.until((board) => {
		see(board);
		return performance.now() > untilMs;
	}, 60_000);
	expectNoStorm(scene, before);
	await Promise.all([
		kafka.world.nodes[0]?.restart(),
		kafka.world.nodes[2]?.restart(),
	]);
	await witness.until((board) => {
		see(board);
		return allFresh(board, truths);
	}, 60_000);
	expect([...wrong]).toEqual([]);
	expect(witness.broken).toEqual([]);
	const told = noticesIn(sink);
	expect(new Set(told.map(({ says }) => says))).toEqual(new Set(["fires"]));
	for (const { channel } of truths)
		expect(
			told.filter(({ channels }) => channels.includes(channel)),
		).toHaveLength(1);
});
