// Is each consumer judged by what it holds, and no further than is known?
import { expect, test } from "vitest";
import type { ChannelReply } from "../members/channels.ts";
import type { Consumer } from "../members/consumers.ts";
import { lineOf } from "./member-lines.ts";

const nowMs = 1_800_000_000_000;
const consumer: Consumer = {
	...{ name: "a", tag: "a", channel: "c", connection: "x", from: null },
	...{ prefetch: 2, answers: true, isActive: true, isReached: true },
};
const channel: ChannelReply = { holding: 2, consumers: 1, idleSinceMs: null };
const tooLong = { forMs: 60_000, isTooLong: true };

test.each([
	["works", consumer, channel, null, { verdict: "live", holding: 2 }],
	[
		"holds all it may for too long",
		consumer,
		channel,
		tooLong,
		{ verdict: "stuck", oldestHeldMs: 60_000 },
	],
	[
		"holds less than it may",
		consumer,
		{ ...channel, holding: 1 },
		tooLong,
		{ verdict: "live" },
	],
	[
		"may hold any number",
		{ ...consumer, prefetch: null },
		channel,
		tooLong,
		{ verdict: "live", evidence: { code: "takes any number" } },
	],
	[
		"shares its channel with others",
		consumer,
		{ ...channel, consumers: 2 },
		tooLong,
		{ verdict: "live", holding: null },
	],
	[
		"has a channel that is gone",
		consumer,
		undefined,
		tooLong,
		{ verdict: "live", holding: null, idleMs: null },
	],
	[
		"lies on a node that seems gone",
		{ ...consumer, isReached: false },
		channel,
		null,
		{ verdict: "unknown", evidence: null },
	],
	[
		"rests",
		consumer,
		{ ...channel, idleSinceMs: nowMs - 9_000 },
		null,
		{ idleMs: 9_000 },
	],
])("one that %s", (_, of, told, still, expected) => {
	expect(lineOf(of, told, still, nowMs)).toMatchObject(expected);
});
