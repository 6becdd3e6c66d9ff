// Does a condition hold? One row a situation: true, false, or not to be known.
import { describe, expect, test } from "vitest";
import { about, atLeast, atMost, exactly } from "../../amount.ts";
import type { Row } from "../../board.ts";
import { members } from "../../for-tests.ts";
import { verdicts } from "../../verdict.ts";
import { rowOf } from "../for-tests.ts";
import { type Condition, gradedVerdicts, type Measure } from "../rule.ts";
import { standingOf } from "./condition.ts";

const over = (of: Measure, n: number): Condition => ({ is: "measure", of, n });
const atLeastStalled: Condition = { is: "verdict", atLeast: "stalled" };
const alone = (verdict: Row["verdict"]): Condition => ({
	...{ is: "verdict alone", verdict },
});
const dead = (n: number) => ({ ...members(3), dead: n });

const table: [string, Condition, Partial<Row>, boolean | null, number?][] = [
	["stalled is at least stalled", atLeastStalled, { verdict: "stalled" }, true],
	[
		"losing is graver than stalled",
		atLeastStalled,
		{ verdict: "losing" },
		true,
	],
	["slow is less than stalled", atLeastStalled, { verdict: "slow" }, false],
	[
		"abandoned is not at least stalled",
		atLeastStalled,
		{ verdict: "abandoned" },
		false,
	],
	[
		"an unknown verdict is neither",
		atLeastStalled,
		{ verdict: "unknown" },
		null,
	],
	[
		"an old row is neither, whatever it says",
		atLeastStalled,
		{ verdict: "stalled", stale: true },
		null,
	],
	[
		"abandoned alone is what it says",
		alone("abandoned"),
		{ verdict: "abandoned" },
		true,
	],
	[
		"stopped is not stalled alone",
		alone("stalled"),
		{ verdict: "stopped" },
		false,
	],
	[
		"of stalled alone nothing is known while the verdict is not",
		alone("stalled"),
		{ verdict: "unknown" },
		null,
	],
	[
		"whoever asks for unknown is told of it",
		alone("unknown"),
		{ verdict: "unknown", stale: true },
		true,
	],
	["unknown alone is over with any verdict", alone("unknown"), {}, false],
	[
		"a lag over its number",
		over("lag", 1000),
		{ lag: exactly(1001) },
		true,
		1001,
	],
	[
		"a lag on its number is not over it",
		over("lag", 1000),
		{ lag: exactly(1000) },
		false,
		1000,
	],
	["a lag nobody knows", over("lag", 1000), { lag: null }, null],
	[
		"of an old row no number counts",
		over("lag", 1000),
		{ lag: exactly(5000), stale: true },
		null,
	],
	[
		"a known number counts, though the verdict is not known",
		over("lag", 1000),
		{ lag: exactly(5000), verdict: "unknown" },
		true,
		5000,
	],
	[
		"at least 900 may be more than 1,000",
		over("lag", 1000),
		{ lag: atLeast(900) },
		null,
		900,
	],
	[
		"at most 5,000 is told, as it is shown",
		over("lag", 1000),
		{ lag: atMost(5000) },
		true,
		5000,
	],
	[
		"at most 900 is not over 1,000",
		over("lag", 1000),
		{ lag: atMost(900) },
		false,
		900,
	],
	[
		"about 900 is taken as it is shown",
		over("lag", 1000),
		{ lag: about(900) },
		false,
		900,
	],
	[
		"a time lag over its number",
		over("time lag", 60),
		{ timeLagSeconds: exactly(61) },
		true,
		61,
	],
	[
		"who has read everything has no time lag",
		over("time lag", 60),
		{ timeLagSeconds: null },
		false,
		0,
	],
	[
		"a time lag nobody knows while something waits",
		over("time lag", 60),
		{ timeLagSeconds: null, lag: exactly(1) },
		null,
	],
	["more is held", over("holding", 10), { holding: 11 }, true, 11],
	[
		"the oldest is held for longer",
		over("oldest held", 60),
		{ holding: 1, oldestHeldSeconds: 61 },
		true,
		61,
	],
	[
		"where nothing is held, nothing is old",
		over("oldest held", 60),
		{},
		false,
		0,
	],
	[
		"something is held, and nobody knows since when",
		over("oldest held", 60),
		{ holding: 1 },
		null,
	],
	[
		"a message that comes again and again",
		over("deliveries", 5),
		{ holding: 1, deliveriesMax: 6 },
		true,
		6,
	],
	[
		"where nothing is held, nothing came twice",
		over("deliveries", 5),
		{},
		false,
		0,
	],
	[
		"messages are removed soon",
		over("margin", 3600),
		{ marginSeconds: exactly(3599), lag: exactly(9) },
		true,
		3599,
	],
	[
		"messages are removed in a while",
		over("margin", 3600),
		{ marginSeconds: exactly(3600), lag: exactly(9) },
		false,
		3600,
	],
	["nothing unread can be removed unread", over("margin", 3600), {}, false],
	[
		"nobody knows when they are removed",
		over("margin", 3600),
		{ lag: exactly(9) },
		null,
	],
	[
		"a margin of at most two hours may be under one",
		over("margin", 3600),
		{ marginSeconds: atMost(7200), lag: exactly(9) },
		null,
		7200,
	],
	[
		"it is gone later than wanted",
		over("drained", 3600),
		{ lag: exactly(9), drainedSeconds: 4000 },
		true,
		4000,
	],
	[
		"it is never gone while more comes than goes",
		over("drained", 3600),
		{ lag: exactly(9), pace: { in: 5, out: 4 } },
		true,
	],
	[
		"nobody can say yet when it is gone",
		over("drained", 3600),
		{ lag: exactly(9), pace: { in: 5, out: 8 } },
		null,
	],
	["what is empty is gone", over("drained", 3600), {}, false, 0],
	[
		"too few are alive",
		over("live members", 2),
		{ members: { ...members(3), live: exactly(1) } },
		true,
		1,
	],
	[
		"at least one is alive, and perhaps enough: told as it is shown",
		over("live members", 2),
		{ members: { ...members(3), live: atLeast(1) } },
		true,
		1,
	],
	["nobody knows who lives", over("live members", 2), {}, null],
	[
		"where there are no members, none is missed",
		over("live members", 2),
		{ members: null },
		null,
	],
	["too many are dead", over("dead members", 0), { members: dead(1) }, true, 1],
	["nobody is dead", over("dead members", 0), { members: dead(0) }, false, 0],
	["no row is a broker that is silent", { is: "broker silent" }, {}, false],
	["what has a row has not vanished", { is: "vanished" }, {}, false],
];

test.each(table)("%s", (_, when, change, holds, n = Number.NaN) => {
	const standing = standingOf(when, rowOf("orders", change));
	expect(standing.holds).toBe(holds);
	expect(standing.n ?? Number.NaN).toBe(n);
});

describe("of every verdict", () => {
	test.each(verdicts)(
		"an old row says nothing, %s though it was",
		(verdict) => {
			const old = rowOf("orders", { verdict, stale: true, lag: exactly(9) });
			for (const atLeast of gradedVerdicts)
				expect(standingOf({ is: "verdict", atLeast }, old).holds).toBeNull();
			expect(standingOf(over("lag", 1), old).holds).toBeNull();
		},
	);
});
