// Is it told that somebody moved, and nothing of the kind where only the log did?
import { expect, test } from "vitest";
import { Link } from "../connection/link.ts";
import { changesSince } from "./again.ts";
import { type GroupNow, placedIn } from "./group-now.ts";
import { seenOf } from "./seen.ts";

const link = new Link("nowhere", 1, {});
const none = Number.NaN;

/** One topic of a group that nobody is in: what is committed in each partition, and where each starts. */
function looked(
	committed: readonly number[],
	starts: readonly number[],
	end = 100,
): GroupNow {
	const known = (values: readonly number[]) =>
		new Map([...values.entries()].filter(([, it]) => !Number.isNaN(it)));
	const kept = { starts: known(starts), ends: known(starts.map(() => end)) };
	const rows = committed.map((position, partition) => ({
		...{ partition, committed: position, epoch: -1, metadata: "", lag: null },
	}));
	const orders = {
		place: {
			...{ topic: "orders", id: "1", code: 0, isInternal: false },
			...{ leaders: Int32Array.of(1, 1), epochs: Int32Array.of(0, 0) },
		},
		positions: placedIn(new Map(rows.map((it) => [it.partition, it])), kept),
		...kept,
	};
	return {
		...{ cluster: "c", link, unstable: 0, atMs: 0, described: null },
		listed: { group: "g", type: "classic", state: "Empty", protocol: "" },
		topics: new Map([["orders", orders]]),
	};
}

const seenAt = (...given: Parameters<typeof looked>) =>
	JSON.parse(
		JSON.stringify(
			seenOf(looked(...given), { action: "destroy", targets: [] }),
		),
	);

test("who stands at the first message kept has not moved where the log lost its first", () => {
	const seen = seenAt([4, -2], [0, 6]);
	expect(changesSince(seen, looked([4, -2], [0, 9]))).toEqual([]);
	expect(changesSince(seen, looked([4, -2], [0, none]))).toEqual([]);
	const moved = { code: "positions moved", values: { partitions: 1 } };
	expect(changesSince(seen, looked([4, 6], [0, 6]))).toEqual([moved]);
	expect(changesSince(seen, looked([4], [0, 6]))).toEqual([moved]);
	expect(changesSince(seenAt([4, 6], [0, 6]), looked([4, -2], [0, 6]))).toEqual(
		[moved],
	);
});

test("who stands at the end has not moved where the log grew", () => {
	const grown = looked([-1], [0], 120);
	expect(changesSince(seenAt([-1], [0]), grown)).toEqual([]);
	const { positions } = grown.topics.get("orders") ?? {};
	expect(positions?.get(0)).toMatchObject({ committed: -1, position: 120 });
});

test("a position is there, also where nobody knows the start it stands at", () => {
	const { positions } = looked([-2], [none]).topics.get("orders") ?? {};
	expect([...(positions?.values() ?? [])]).toMatchObject([
		{ partition: 0, committed: -2, position: null },
	]);
	expect(changesSince(seenAt([-2], [none]), looked([-2], [3]))).toEqual([]);
});
