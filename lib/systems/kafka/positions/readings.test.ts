// What do positions and ends say of a group and a topic, as far as the nodes answered?
import { expect, test } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { trouble } from "#lib/core/trouble.ts";
import { Places } from "./places.ts";
import { readingOf } from "./readings.ts";
import type { Topic } from "./topics.ts";

const none = Number.NaN;
const silent = trouble("no answer", "", "node 2");

/** Partition 0 is led by node 1, partition 1 by node 2, partition 2 by nobody. */
const topic = (over: Partial<Topic>): Topic => ({
	...{ name: "orders", id: "id", leaders: Int32Array.of(1, 2, -1) },
	starts: Float64Array.of(0, 0, none),
	ends: Float64Array.of(10, 20, none),
	codes: Int16Array.of(0, 0, 0),
	wanted: Uint8Array.of(1, 1, 1),
	...over,
});

const rows: readonly [
	string,
	Record<number, number>,
	Partial<Topic>,
	boolean,
	Partial<Reading> | null,
][] = [
	[
		"lag is what lies between positions and ends",
		{ 0: 4, 1: 20 },
		{},
		false,
		{ lag: { n: 6, bound: "exact" }, arrived: 30, departed: 24, counted: 2 },
	],
	[
		"a topic without any position is not read by the group",
		{ 0: none, 1: none },
		{},
		false,
		null,
	],
	[
		"a partition without a position is not counted",
		{ 0: 4, 1: none },
		{},
		false,
		{ lag: { n: 6, bound: "exact" }, counted: 1 },
	],
	[
		"what was removed unread is lost, and no longer waits",
		{ 0: 4 },
		{ starts: Float64Array.of(7, 0, none) },
		false,
		{ lag: { n: 3, bound: "exact" }, lost: 3 },
	],
	[
		"a position beyond the end is ahead, and its lag not known",
		{ 0: 400 },
		{},
		false,
		{ lag: null, ahead: 1, trouble: null },
	],
	[
		"one partition ahead of its log says more than another whose leader is silent",
		{ 0: 400, 1: 5 },
		{ ends: Float64Array.of(10, none, none) },
		true,
		{ lag: null, ahead: 1, trouble: null },
	],
	[
		"a silent leader makes the lag a lower bound",
		{ 0: 4, 1: 5 },
		{ ends: Float64Array.of(10, none, none) },
		true,
		{ lag: { n: 6, bound: "at least" }, counted: 1, trouble: null },
	],
	[
		"where every leader is silent, that is all there is to say",
		{ 1: 5 },
		{ ends: Float64Array.of(10, none, none) },
		true,
		{ lag: null, trouble: silent, columns: null, members: null },
	],
	[
		"a partition without a leader is not ready",
		{ 2: 5 },
		{},
		false,
		{ lag: null, trouble: trouble("not ready", "LEADER_NOT_AVAILABLE") },
	],
	[
		"a topic not for us is said to be that",
		{ 0: 5 },
		{ ends: Float64Array.of(none, 20, none), codes: Int16Array.of(29, 0, 0) },
		false,
		{
			lag: null,
			trouble: trouble("not allowed", "TOPIC_AUTHORIZATION_FAILED"),
		},
	],
];

test.each(rows)("%s", (_name, read, over, isSilent, expected) => {
	const positions = {
		topic: "orders",
		partitions: Int32Array.from(Object.keys(read), Number),
		positions: Float64Array.from(Object.values(read)),
	};
	const members = {
		registered: 1,
		live: null,
		dead: null,
		stuck: null,
		unknown: null,
	};
	const outage = new Map(isSilent ? [[2, silent]] : []);
	const reading = readingOf("g", positions, topic(over), {
		...{ members, outage, placing: new Places().next("g", 5), atMs: 5 },
	});
	if (expected === null) expect(reading).toBeNull();
	else
		expect(reading).toMatchObject({
			...{ kind: "topic", channel: "orders", group: "g", atMs: 5 },
			...expected,
		});
});
