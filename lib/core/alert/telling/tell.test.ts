// Who is told what, when and why? One row a situation: what happens, a tick apart, and what is told of it.
import { expect, test } from "vitest";
import { minute } from "../for-tests.ts";
import {
	began,
	type Case,
	goes,
	hour,
	over,
	telling,
	tick,
} from "./for-tests.ts";

const table: readonly Case[] = [
	["nothing fires", {}, [tick, tick], []],
	[
		"one that just began waits for others",
		{},
		[{ fires: ["a"] }],
		[],
		{ a: "gathering" },
	],
	["a tick later it is told", {}, [{ fires: ["a"] }, tick], [began]],
	["it is told once", {}, [{ fires: ["a"] }, tick, tick, tick], [began]],
	[
		"two that begin together are one notice",
		{},
		[{ fires: ["a", "b"] }, tick],
		["chat fires: began to fire 2/2"],
	],
	[
		"one that begins within the tick is told with it",
		{},
		[{ fires: ["a"] }, { afterMs: 2_000, fires: ["b"] }, tick],
		["chat fires: began to fire 2/2"],
	],
	[
		"it is over before it was told: nobody hears of it",
		{},
		[{ fires: ["a"] }, { over: ["a"] }, tick],
		[],
	],
	["it is over", {}, [{ fires: ["a"] }, tick, { over: ["a"] }], [began, over]],
	[
		"over is told once",
		{},
		[{ fires: ["a"] }, tick, { over: ["a"] }, tick, tick],
		[began, over],
	],
	[
		"one of two is over: nothing is said",
		{},
		[{ fires: ["a", "b"] }, tick, { over: ["a"] }, tick],
		["chat fires: began to fire 2/2"],
	],
	[
		"both are over, one after the other",
		{},
		[{ fires: ["a", "b"] }, tick, { over: ["a"] }, { over: ["b"] }],
		["chat fires: began to fire 2/2", "chat over: all over 0/2"],
	],
	[
		"it still fires after an hour",
		{},
		[{ fires: ["a"] }, tick, hour],
		[began, goes],
	],
	[
		"and after another hour",
		{},
		[{ fires: ["a"] }, tick, hour, tick, hour],
		[began, goes, goes],
	],
	[
		"a rule that is told once is not told again",
		{ rules: [{ againMs: null }] },
		[{ fires: ["a"] }, tick, hour, hour],
		[began],
	],
	[
		"again is counted from what was told last, not from the first",
		{},
		[
			{ fires: ["a"] },
			tick,
			{ afterMs: 50 * minute },
			{ afterMs: 20 * minute },
			{ afterMs: 50 * minute },
		],
		[began, goes],
	],
	[
		"what fires later is told by itself, and waits for longer",
		{},
		[{ fires: ["a"] }, tick, { fires: ["b"] }, tick],
		[began],
		{ b: "gathering" },
	],
	[
		"and is told then",
		{},
		[{ fires: ["a"] }, tick, { fires: ["b"] }, tick, tick],
		[began, began],
	],
	[
		"who comes one after the other is told together",
		{},
		[
			{ fires: ["a"] },
			tick,
			{ fires: ["b"] },
			{ fires: ["c"] },
			{ fires: ["d"] },
		],
		[began, "chat fires: began to fire 3/3"],
	],
	[
		"what fires in another broker is another notice",
		{
			alerts: { b: { target: { is: "broker", broker: "us", system: "some" } } },
		},
		[{ fires: ["a", "b"] }, tick],
		[began, began],
	],
	[
		"each outlet is told",
		{ outlets: ["chat", "mail"] },
		[{ fires: ["a"] }, tick],
		[began, "mail fires: began to fire 1/1"],
	],
	[
		"only those the rule names are told",
		{ outlets: ["chat", "mail"], rules: [{ tell: ["mail"] }] },
		[{ fires: ["a"] }, tick],
		["mail fires: began to fire 1/1"],
	],
	[
		"there is no outlet",
		{ outlets: [] },
		[{ fires: ["a"] }, tick],
		[],
		{ a: "no outlet" },
	],
	[
		"the outlet it names is not there",
		{ rules: [{ tell: ["pager"] }] },
		[{ fires: ["a"] }, tick],
		[],
		{ a: "no outlet" },
	],
	[
		"an outlet that fails is told by the others",
		{
			outlets: ["chat", "mail"],
			alerts: { a: { target: { is: "outlet", outlet: "chat" } } },
		},
		[{ fires: ["a"] }, tick],
		["mail fires: began to fire 1/1"],
	],
	[
		"the only outlet cannot tell of itself",
		{ alerts: { a: { target: { is: "outlet", outlet: "chat" } } } },
		[{ fires: ["a"] }, tick],
		[],
		{ a: "no outlet" },
	],
	[
		"an outlet that forgets is told often",
		{ keepAliveMs: minute },
		[{ fires: ["a"] }, tick, { afterMs: minute }, { afterMs: minute }],
		[began, goes, goes],
	],
	[
		"also while it is muted: else it would think it over",
		{ keepAliveMs: minute },
		[{ fires: ["a"] }, tick, { afterMs: minute, muted: ["a"] }],
		[began, goes],
		{ a: "muted" },
	],
	[
		"the outlet is not there any more",
		{},
		[{ fires: ["a"] }, tick, { over: ["a"], outlets: [] }],
		[began],
	],
	[
		"the rule is not there any more: over is told still",
		{},
		[{ fires: ["a"] }, tick, { over: ["a"], rules: [] }],
		[began, over],
	],
	[
		"the rule does not tell this outlet any more: over is told still",
		{},
		[
			{ fires: ["a"] },
			tick,
			{ rules: [{ tell: [] }], ...hour },
			{ over: ["a"] },
		],
		[began, over],
	],
	[
		"a restart while it gathers costs a tick",
		{},
		[{ fires: ["a"] }, { restart: true }, tick],
		[began],
	],
	[
		"a restart after it was told says nothing anew",
		{},
		[{ fires: ["a"] }, tick, { restart: true }, tick],
		[began],
	],
	[
		"it fires again after it was over: another notice",
		{ alerts: {} },
		[{ fires: ["a"] }, tick, { over: ["a"] }, { fires: ["b"] }, tick],
		[began, over, began],
	],
];

test.each(table)("%s", (_, story, moves, lines, held = {}) => {
	const it = telling(story, moves);
	expect(it.lines).toEqual(lines);
	expect(it.held).toEqual(held);
});
