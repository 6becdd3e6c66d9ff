// Is nothing missing and nothing told twice under another name, wherever between a decision and its delivery a collector dies?
import { expect, test } from "vitest";
import { rowOf } from "#lib/store/contract-rows.ts";
import { StoreFull } from "#lib/store/full.ts";
import { eventually } from "#world/eventually.ts";
import {
	type Change,
	reviewScene,
	stalled,
	taken,
} from "../for-tests/reviewing.ts";

const withinMs = 20_000;
type Scene = Awaited<ReturnType<typeof reviewScene>>;

/** The moment at which a collector dies, told by what it does there. */
type Point = {
	readonly name: string;
	/** Calls `now` there, and never comes back from it. */
	readonly dies: (now: () => void, scene: Scene) => Change;
	readonly sent: number;
};
const never = new Promise<never>(() => undefined);

const points: readonly Point[] = [
	{
		name: "before what fires is written",
		dies: (now) => ({
			store: (real) => ({
				async reviewed(review) {
					if (review.notices.length === 0) return real.reviewed(review);
					now();
					throw new Error("killed");
				},
			}),
		}),
		sent: 1,
	},
	{
		name: "when it is written, and nobody knows yet",
		dies: (now) => ({
			store: (real) => ({
				async reviewed(review) {
					await real.reviewed(review);
					if (review.notices.length === 0) return;
					now();
					throw new Error("killed");
				},
			}),
			send: () => never,
		}),
		sent: 1,
	},
	{
		name: "before it is sent",
		dies: (now) => ({
			send: () => {
				now();
				return never;
			},
		}),
		sent: 1,
	},
	{
		name: "when it was sent, and nobody answered",
		dies: (now, { heard }) => ({
			send: (notice) => {
				heard.push(notice);
				now();
				return never;
			},
		}),
		sent: 2,
	},
	{
		name: "when it was taken, before that is written",
		dies: (now, { heard }) => ({
			send: async (notice) => {
				heard.push(notice);
				now();
				return taken;
			},
		}),
		sent: 2,
	},
	{
		name: "when it is written that it was taken",
		dies: (now, { heard }) => ({
			store: (real) => ({
				async tried(...told) {
					await real.tried(...told);
					now();
				},
			}),
			send: async (notice) => {
				heard.push(notice);
				return taken;
			},
		}),
		sent: 1,
	},
];

test.each(points)("a collector dies $name", async ({ dies, sent }) => {
	const scene = await reviewScene([stalled("orders"), stalled("mails")]);
	const { heard, board, shown } = scene;
	const died = Promise.withResolvers<void>();
	const first = await scene.begin(dies(() => died.resolve(), scene));
	await died.promise;
	void first.die();
	await scene.begin();
	await eventually(() => (heard.length >= sent ? true : undefined), withinMs);
	board.rows = [rowOf("orders"), rowOf("mails")];
	const over = await eventually(
		() => heard.find(({ says }) => says === "over"),
		withinMs,
	);
	expect(heard.map(({ says }) => says)).toEqual([
		...[...new Array(sent).fill("fires"), "over"],
	]);
	// A receiver can tell by its name what it has had before, and nothing is missing.
	expect(new Set(heard.map(({ id }) => id)).size).toBe(2);
	expect(new Set(heard.map(({ wave }) => wave))).toEqual(new Set([over.wave]));
	expect(heard[0]?.total).toBe(2);
	await eventually(
		async () => ((await shown.alerts.firingTotal()) === 0 ? true : undefined),
		withinMs,
	);
});

test("while the store is full it goes on in memory, and what it owes is written later, once", async () => {
	const scene = await reviewScene([stalled("orders")]);
	let isFull = true;
	let refused = 0;
	await scene.begin({
		store: (real) => ({
			reviewed: async (review) => {
				if (!isFull) return real.reviewed(review);
				refused++;
				throw new StoreFull(13);
			},
		}),
	});
	// Far longer than it takes to fire.
	await eventually(() => (refused > 30 ? true : undefined), withinMs);
	expect(scene.heard).toEqual([]);
	isFull = false;
	await eventually(() => (scene.heard.length > 0 ? true : undefined), withinMs);
	expect(await scene.shown.alerts.firingTotal()).toBe(1);
	scene.board.rows = [rowOf("orders")];
	await eventually(() => (scene.heard.length > 1 ? true : undefined), withinMs);
	expect(scene.heard.map(({ says }) => says)).toEqual(["fires", "over"]);
});

test("a store that cannot be read keeps nobody from reviewing again later", async () => {
	const scene = await reviewScene([stalled("orders")]);
	let asked = 0;
	await scene.begin({
		store: (real) => ({
			knownRules: () =>
				++asked < 4 ? Promise.reject(new Error("locked")) : real.knownRules(),
			fares: () => Promise.reject(new Error("locked")),
		}),
	});
	await eventually(() => (scene.heard.length > 0 ? true : undefined), withinMs);
	expect(asked).toBeGreaterThanOrEqual(4);
});

test("what is changed while it runs holds from the next look on", async () => {
	const scene = await reviewScene([rowOf("orders")]);
	const { reviewing } = await scene.begin();
	const mute = {
		...{ id: "m", among: "channel:orders", untilMs: null, why: "known" },
		...{ by: "kim", atMs: 1, endedMs: null, endedBy: null },
	};
	const line = { atMs: 1, errand: null, by: "kim", told: {} };
	await scene.shown.alerts.mute(
		{ ...mute, untilMs: Date.now() + 3_600_000 },
		{ ...line, event: "muted" },
	);
	reviewing.tended();
	scene.board.rows = [stalled("orders")];
	const held = async () => {
		const { alerts } = await scene.shown.alerts.firing(9);
		return alerts[0]?.held === "muted" ? true : undefined;
	};
	await eventually(held, withinMs);
	const ended = { ...line, event: "mute ended" } as const;
	await scene.shown.alerts.endMute("m", "kim", 2, ended);
	reviewing.tended();
	await eventually(() => (scene.heard.length > 0 ? true : undefined), withinMs);
	expect(scene.heard[0]?.why).toBe("no longer muted");
});

test("a collector that ends well writes all that goes on as it is, before it is gone", async () => {
	const scene = await reviewScene([stalled("orders")]);
	let written = 0;
	const { reviewing } = await scene.begin({
		restsMs: 3_600_000,
		store: (real) => ({
			async reviewed(review) {
				await real.reviewed(review);
				written += review.alerts.length;
			},
		}),
	});
	await eventually(() => (written === 1 ? true : undefined), withinMs);
	await reviewing.stop();
	expect(written).toBe(2);
});

test("a thousand groups stop at once: one notice, written with all of them, and one when all are over", async () => {
	const names = Array.from({ length: 1_000 }, (_, n) => `g${n}`);
	const scene = await reviewScene(names.map((name) => rowOf(name)));
	await scene.begin();
	scene.board.rows = names.map(stalled);
	const fires = await eventually(() => scene.heard[0], withinMs);
	expect([fires.total, fires.alerts.length]).toEqual([1_000, 1_000]);
	expect(await scene.shown.alerts.firingTotal()).toBe(1_000);
	scene.board.rows = names.map((name) => rowOf(name));
	await eventually(() => scene.heard[1], withinMs);
	expect(scene.heard.map(({ says }) => says)).toEqual(["fires", "over"]);
});
