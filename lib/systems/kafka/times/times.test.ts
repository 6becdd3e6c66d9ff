// Is what was seen of a topic kept while its readers are only silent, and told once they speak again?
import { expect, test } from "vitest";
import { atLeast, exactly } from "#lib/core/amount.ts";
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import { Links } from "../connection/links.ts";
import { Rules } from "../positions/rules.ts";
import { Topics } from "../positions/topics.ts";
import { Times } from "./times.ts";

const minute = 60_000;
const nobody = new Links({
	...{ scheme: "kafka", hosts: [], user: null, password: null },
	...{ path: "", options: new Map() },
});

/** One partition whose log ends at 10 in the first minute, and at 20 from the second on. */
function scene() {
	const topics = new Topics();
	const leaders = Int32Array.of(1);
	const place = { topic: "orders", id: "a", code: 0, isInternal: false };
	topics.settle([{ ...place, leaders, epochs: leaders }]);
	const topic = topics.find("orders");
	if (!topic) throw new Error("The topic was not kept");
	const times = new Times(topics, new Rules());
	const groups = (position: number) => [
		{
			...{ group: "billing", code: 0 },
			topics: [
				{
					topic: "orders",
					partitions: Int32Array.of(0),
					positions: Float64Array.of(position),
				},
			],
		},
	];
	topic.ends[0] = 10;
	times.saw(groups(10), [topic], minute);
	topic.ends[0] = 20;
	times.saw(groups(10), [topic], 2 * minute);
	const reading = (position: number): Reading => ({
		...{ ...nothingKnown, kind: "topic", channel: "orders", group: "billing" },
		...{ atMs: 0, lag: exactly(20 - position) },
		columns: {
			partitions: Int32Array.of(0),
			positions: Float64Array.of(position),
			starts: Float64Array.of(0),
			ends: Float64Array.of(20),
		},
	});
	const ageAt = (position: number) =>
		times.laidOver(reading(position), 3 * minute).timeLagMs;
	return { times, topic, groups, reading, ageAt };
}

test("between two ends an age is about, before the first it is at least, at the end it is nothing", () => {
	const { ageAt } = scene();
	expect(ageAt(15)).toEqual({ n: 1.5 * minute, bound: "about" });
	expect(ageAt(5)).toEqual({ n: 2 * minute, bound: "at least" });
	expect(ageAt(20)).toEqual({ n: 0, bound: "exact" });
});

test("what waits behind a position that nobody can place may be older than all the rest", () => {
	const { times, reading } = scene();
	const unplaced = (position: number): Reading => {
		const { columns, ...more } = reading(position);
		if (!columns) throw new Error("There are no columns");
		return {
			...more,
			lag: atLeast(20 - position),
			columns: { ...columns, unplaced: 1 },
		};
	};
	const of = (position: number) =>
		times.laidOver(unplaced(position), 3 * minute).timeLagMs;
	expect(of(15)).toEqual(atLeast(1.5 * minute));
	expect(of(20)).toBeNull();
});

test("a tick that heard nothing of a topic forgets nothing of it", () => {
	const { times, ageAt } = scene();
	times.saw([], [], 2.5 * minute);
	expect(ageAt(15)).toEqual({ n: 1.5 * minute, bound: "about" });
});

test("a topic that nobody reads any longer is forgotten with the next complete answer", () => {
	const { times, ageAt } = scene();
	times.saw([], [], 2.5 * minute);
	times.keep(new Set());
	expect(ageAt(15)).toBeNull();
});

test("who cannot be asked leaves ages as they are", async () => {
	const { times, topic, groups, ageAt } = scene();
	const untilMs = performance.now() + 1_000;
	const asking = { links: nobody, outage: new Map(), untilMs };
	await times.refine(groups(5), [topic], asking);
	expect(ageAt(5)).toEqual({ n: 2 * minute, bound: "at least" });
});
