// Are as many messages counted as went from one queue to the other, whoever else takes or writes meanwhile?
import { expect, test } from "vitest";
import { counts, queue } from "../for-tests/replies.ts";
import type { QueueReply } from "../queues/replies.ts";
import type { QueueNow } from "./queue-now.ts";
import { movedBetween } from "./run-shovel.ts";

type Change = Partial<QueueReply>;

const now = (change: Change): QueueNow => ({
	...queue(change),
	...{ isExclusive: false, isIdle: true, traits: "", readers: [] },
});
const sides = (source: Change, target: Change) => ({
	...{ source: now(source), target: now(target) },
});
const done = (acked: number) => ({ counts: counts({ acked }) });
const came = (published: number) => ({ counts: counts({ published }) });

test.each<[string, [Change, Change], [Change, Change], number]>([
	["nothing went yet", [done(5), came(2)], [done(5), came(2)], 0],
	["what was finished there", [done(5), came(2)], [done(8), came(5)], 3],
	[
		"what was finished, though others wrote to the other",
		[done(5), came(2)],
		[done(8), came(90)],
		3,
	],
	[
		"what came to the other, where readers finish as well",
		[{ ...done(5), consumers: 1 }, came(2)],
		[{ ...done(25), consumers: 1 }, came(5)],
		3,
	],
	[
		"no more than was finished, where readers are at the one and writers at the other",
		[{ ...done(5), consumers: 1 }, came(2)],
		[{ ...done(6), consumers: 1 }, came(90)],
		1,
	],
	["no more than was planned", [done(5), came(2)], [done(95), came(92)], 9],
	[
		"what is missing, where nobody counts",
		[{ counts: null, ready: 7, unacked: 1 }, came(2)],
		[{ counts: null, ready: 3, unacked: 2 }, came(5)],
		3,
	],
	[
		"nothing, where nobody tells how many there are",
		[{ counts: null, ready: null, unacked: null }, came(2)],
		[{ counts: null, ready: null, unacked: null }, came(5)],
		0,
	],
	[
		"nothing, where the server began to count anew",
		[done(50), came(2)],
		[done(1), came(1)],
		0,
	],
	[
		"what was finished, where it began to count with the first",
		[{ counts: null, ready: 3 }, { counts: null }],
		[{ ...done(2), ready: 1 }, came(2)],
		2,
	],
])("%s", (_, before, after, expected) => {
	expect(movedBetween(sides(...before), sides(...after), 9)).toBe(expected);
});
