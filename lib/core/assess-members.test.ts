// What do members that are dead, stuck or unknown make of a subscription? One row a situation, told by its name.
import { expect, test } from "vitest";
import { atLeast, atMost, exactly } from "./amount.ts";
import { assess } from "./assess.ts";
import { reading, startMs } from "./for-tests.ts";
import type { Members, Reading } from "./reading.ts";
import { add, newWindow } from "./window/window.ts";

const tickMs = 5000;

/** The same in each of some ticks; the group reads on unless said otherwise. */
function judged(change: Partial<Reading>, ticks = 5) {
	const window = newWindow();
	let last = reading(startMs);
	for (let tick = 0; tick < ticks; tick++) {
		const departed = 1000 + tick;
		last = reading(startMs + tick * tickMs, { departed, ...change });
		add(window, last);
	}
	const { verdict, reason } = assess(window, last, last.atMs);
	return { verdict, code: reason.code, values: reason.values };
}

const group = (over: Partial<Members>): Members => ({
	...{ registered: 12, live: atMost(9), dead: 0, stuck: 0, unknown: 0 },
	...over,
});
const allDead = group({ live: exactly(0), dead: 12 });
const held: Partial<Reading> = {
	holding: 50,
	notes: [
		{
			code: "held by absent",
			values: { messages: 42, members: 3, forSeconds: 7200 },
		},
	],
};
const waits = { lag: exactly(500), arrived: 1500 };

test.each<[string, Partial<Reading>, string, string]>([
	[
		"messages held by members not seen since are stalled, though all is read",
		{ ...held, members: group({ dead: 2, stuck: 1 }) },
		"stalled",
		"held by absent",
	],
	[
		"and though the others go on reading",
		{ ...held, ...waits, members: group({ stuck: 3 }) },
		"stalled",
		"held by absent",
	],
	[
		"what is lost is graver",
		{ ...held, lost: 3, members: group({ stuck: 3 }) },
		"losing",
		"removed unread",
	],
	[
		"what will be lost soon is graver",
		{ ...held, ...waits, marginMs: atMost(60_000) },
		"losing",
		"loses soon",
	],
	[
		"a group whose members are all dead is stopped while work waits",
		{ ...waits, members: allDead },
		"stopped",
		"all dead",
	],
	[
		"also when they hold something",
		{ ...held, ...waits, members: allDead },
		"stopped",
		"all dead",
	],
	[
		"also when nobody knows how much waits",
		{ ...waits, lag: atLeast(100), members: allDead },
		"stopped",
		"all dead",
	],
	[
		"where nothing waits but what they hold, it is stalled",
		{ ...held, members: allDead },
		"stalled",
		"held by absent",
	],
	[
		"where nothing waits and nothing is held, dead members harm nobody",
		{ members: allDead },
		"healthy",
		"caught up",
	],
	[
		"a single one who may live keeps it from being stopped",
		{ ...waits, members: group({ live: atMost(1), dead: 11, unknown: 1 }) },
		"healthy",
		"steady",
	],
	[
		"members of whom nothing is known stop nothing",
		{ ...waits, members: group({ live: null, dead: null }) },
		"healthy",
		"steady",
	],
	[
		"one that waits without being registered lives",
		{ ...waits, members: group({ live: exactly(1), dead: 12 }) },
		"healthy",
		"steady",
	],
])("%s", (_, change, verdict, code) => {
	expect(judged(change)).toMatchObject({ verdict, code });
});

test("the reason says how many messages and for how long", () => {
	const { values } = judged(held);
	expect(values).toMatchObject({ messages: 42, forSeconds: 7200 });
});

test("two readings are too few to say it", () => {
	expect(judged(held, 2).verdict).toBe("unknown");
});
