// Does a queue become the right reading, from one to the next? One row a situation.
import { expect, test } from "vitest";
import type { Reading } from "#lib/core/reading.ts";
import { counts, queue } from "../for-tests/replies.ts";
import { limitsIn } from "./limits.ts";
import { hear, newMemory } from "./memory.ts";
import { readingOf } from "./readings.ts";
import type { QueueReply } from "./replies.ts";

const startMs = 1_800_000_000_000;

/** The last of what is read, every five seconds. */
function read(
	replies: readonly QueueReply[],
	patienceMs: number | null = null,
	memory = newMemory(),
): Reading {
	let last: Reading | null = null;
	for (const [i, reply] of replies.entries()) {
		const atMs = startMs + i * 5_000;
		last = readingOf(reply, memory, hear(memory, reply, atMs), {
			...{ atMs, families: new Map() },
			patienceMs: () => patienceMs,
		});
	}
	if (last === null) throw new Error("nothing was read");
	return last;
}

const times = (count: number, at: (i: number) => Partial<QueueReply>) =>
	Array.from({ length: count }, (_, i) => queue(at(i)));
const bounded = (length: number, more = {}) =>
	limitsIn({ "x-max-length": length, ...more }, {});
const codes = ({ notes }: Reading) => notes.map(({ code }) => code);

test.each<[string, QueueReply, Partial<Reading>]>([
	[
		"what waits and what is held",
		queue({ ready: 4, unacked: 3, consumers: 1 }),
		{ lag: { n: 4, bound: "exact" }, holding: 3, lost: 0, state: null },
	],
	[
		"what the server does not tell yet is not zero",
		queue({
			type: "quorum",
			ready: null,
			unacked: null,
			consumers: null,
			counts: null,
		}),
		{
			kind: "quorum queue",
			lag: null,
			holding: null,
			members: null,
			arrived: null,
			departed: null,
		},
	],
	[
		"the first time counts as read, and no other",
		queue({ counts: counts({ published: 9, delivered: 7, redelivered: 5 }) }),
		{ arrived: 9, departed: 2 },
	],
	[
		"how far somebody read in a stream is not known",
		queue({ type: "stream", ready: 900, consumers: 1 }),
		{ kind: "stream queue", lag: null, holding: 0, departed: null },
	],
	[
		"a stream that nobody reads holds up nobody",
		queue({ type: "stream", ready: 900 }),
		{ lag: null, holding: null },
	],
	[
		"a type that came later",
		queue({ type: "mqtt-qos0" }),
		{ kind: "other queue" },
	],
	["a state that is not usual", queue({ state: "down" }), { state: "down" }],
	[
		"as old as its writer says",
		queue({ ready: 1, headMs: startMs - 60_000 }),
		{ timeLagMs: { n: 60_000, bound: "about" } },
	],
	[
		"a writer whose clock is ahead says nothing",
		queue({ ready: 1, headMs: startMs + 60_000 }),
		{ timeLagMs: null },
	],
	[
		"where nothing waits nothing is old",
		queue(),
		{ timeLagMs: { n: 0, bound: "exact" } },
	],
])("%s", (_, reply, expected) => {
	expect(read([reply])).toMatchObject(expected);
});

test("counters go on where a node forgot what it counted", () => {
	const at = (published: number, delivered: number) =>
		queue({ counts: counts({ published, delivered }) });
	expect(read([at(100, 80), at(3, 2)])).toMatchObject({
		arrived: 100,
		departed: 80,
	});
	expect(read([at(100, 80), at(3, 2), at(5, 4)])).toMatchObject({
		arrived: 102,
		departed: 82,
	});
});

test("counters go on where a node that started again had counted nothing for a while", () => {
	const at = (published: number, delivered: number) =>
		queue({ ready: 20, counts: counts({ published, delivered }) });
	const silent = queue({ ready: 20, counts: null });
	expect(read([at(100, 80), silent])).toMatchObject({
		...{ arrived: null, departed: null },
	});
	expect(read([at(100, 80), silent, at(3, 2), at(5, 4)])).toMatchObject({
		...{ arrived: 102, departed: 82 },
	});
});

test("what is held and does not move stands still after its patience, and not before", () => {
	const still = times(5, () => ({ ready: 1, unacked: 3, consumers: 1 }));
	expect(codes(read(still, 30_000))).toEqual([]);
	expect(read(still, 20_000)).toMatchObject({
		notes: [{ code: "held still", values: { messages: 3, forSeconds: 20 } }],
		oldestHeldMs: 20_000,
	});
});

test.each<[string, boolean | null, number, string[]]>([
	["who holds all it may does nothing", true, 1, ["held still"]],
	["who may take more works long", false, 1, []],
	["of whom nobody knows is not accused", null, 1, []],
	["of whom one came or went is asked for again", true, 2, []],
])(
	"where nothing else waits, a reader %s",
	(_, areFull, consumers, expected) => {
		const memory = newMemory();
		const held = queue({ unacked: 3, consumers: 1 });
		read([held], null, memory);
		const { mark } = memory.held;
		if (areFull !== null && mark !== null)
			memory.readers = { mark, consumers, areFull };
		const still = times(5, () => held);
		expect(codes(read(still, 20_000, memory))).toEqual(expected);
	},
);

test("one that is acknowledged in between is movement, though as many are held again", () => {
	const moves = times(9, (i) => ({
		...{ ready: 1, unacked: 3, counts: counts({ acked: i }) },
	}));
	expect(codes(read(moves, 10_000))).toEqual([]);
});

test("what waits stands still only where nobody counts what is taken", () => {
	const waits = (count: QueueReply["counts"], consumers: number) =>
		codes(
			read(
				times(9, () => ({ ready: 5, consumers, counts: count })),
				10_000,
			),
		);
	expect(waits(null, 1)).toEqual(["waits still"]);
	expect(waits(counts(), 1)).toEqual([]);
	expect(waits(null, 0)).toEqual([]);
});

test.each<[string, QueueReply[], Reading["marginMs"]]>([
	[
		"fills, and is half empty",
		times(9, (i) => ({ ready: 10 + i, limits: bounded(100) })),
		null,
	],
	[
		"fills by one each five seconds, with room for 32",
		times(9, (i) => ({ ready: 60 + i, limits: bounded(100) })),
		{ n: 160_000, bound: "about" },
	],
	[
		"fills by bytes, though it may hold many more messages",
		times(9, (i) => ({
			...{ ready: 5, readyBytes: 600 + 10 * i },
			limits: bounded(100, { "x-max-length-bytes": 1_000 }),
		})),
		{ n: 160_000, bound: "about" },
	],
	[
		"is full of bytes, into which the next message does not go, and more comes",
		times(9, (i) => ({
			...{ ready: 9, readyBytes: 990 - 40 * (i % 2) },
			limits: limitsIn({}, { "max-length-bytes": 1_000 }),
			counts: counts({ published: 10 * i }),
		})),
		{ n: 0, bound: "about" },
	],
	[
		"does not fill",
		times(9, () => ({ ready: 90, limits: bounded(100) })),
		null,
	],
	[
		"is full, and more comes",
		times(9, (i) => ({
			ready: 99 + (i % 2),
			limits: bounded(100),
			counts: counts({ published: 10 * i, acked: 9 * i }),
		})),
		{ n: 0, bound: "about" },
	],
	[
		"is full, and nothing comes",
		times(9, () => ({
			ready: 100,
			limits: bounded(100),
			counts: counts({ published: 100 }),
		})),
		null,
	],
	[
		"refuses what is new",
		times(9, (i) => ({
			ready: 60 + i,
			limits: bounded(100, { "x-overflow": "reject-publish" }),
		})),
		null,
	],
	[
		"gives what goes to another",
		times(9, (i) => ({
			ready: 60 + i,
			limits: bounded(100, { "x-dead-letter-exchange": "dead" }),
		})),
		null,
	],
	[
		"was seen for too short a time",
		times(3, (i) => ({ ready: 60 + i, limits: bounded(100) })),
		null,
	],
	[
		"gives up what is older than an hour",
		[
			queue({
				ready: 1,
				headMs: startMs - 600_000,
				limits: limitsIn({ "x-message-ttl": 3_600_000 }, {}),
			}),
		],
		{ n: 3_000_000, bound: "about" },
	],
])("a queue that %s has so much time left", (_, replies, expected) => {
	expect(read(replies).marginMs).toEqual(expected);
});

test.each<[string, Partial<QueueReply>[], number | null]>([
	[
		"what came to a full one went",
		[
			{ ready: 5, counts: counts({ published: 5 }) },
			{ ready: 5, counts: counts({ published: 9 }) },
		],
		4,
	],
	[
		"what was read of it did not",
		[
			{ ready: 5, counts: counts({ published: 5 }) },
			{ ready: 5, counts: counts({ published: 9, delivered: 3, acked: 3 }) },
		],
		1,
	],
	[
		"nor what is held of it",
		[
			{ ready: 5, counts: counts({ published: 5 }) },
			{ ready: 5, unacked: 2, counts: counts({ published: 9, delivered: 2 }) },
		],
		2,
	],
	[
		"nobody knows of one that was not full before",
		[{ ready: 4 }, { ready: 5 }],
		null,
	],
	["nobody knows of the first time", [{ ready: 5 }], null],
])("%s", (_, changes, expected) => {
	const replies = changes.map((it) => queue({ ...it, limits: bounded(5) }));
	expect(read(replies).lost).toBe(expected);
});

test.each<[string, Partial<QueueReply>[], number]>([
	[
		"what publishers sent",
		[
			{ ready: 2, counts: counts({ published: 5, acked: 3 }) },
			{ ready: 3, counts: counts({ published: 9, acked: 6 }) },
		],
		9,
	],
	[
		"and what other queues gave up for it",
		[
			{ ready: 2, counts: counts({ published: 5, acked: 3 }) },
			{ ready: 8, counts: counts({ published: 5, acked: 4 }) },
			{ ready: 9, counts: counts({ published: 5, acked: 4 }) },
		],
		13,
	],
	[
		"whose counters begin anew, with all that is there",
		[
			{ ready: 2, counts: counts({ published: 5, acked: 3 }) },
			{ ready: 2, counts: counts({ published: 0 }) },
			{ ready: 4, counts: counts({ published: 2 }) },
		],
		7,
	],
	[
		"of which some went unread",
		[
			{ ready: 5, counts: counts({ published: 5 }) },
			{ ready: 5, counts: counts({ published: 9 }) },
		],
		9,
	],
])("what arrived in a queue is %s", (_, changes, expected) => {
	expect(read(changes.map((it) => queue(it))).arrived).toBe(expected);
});
