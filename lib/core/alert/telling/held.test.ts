// Why is nobody told of what fires, and who is told when that is over? One row a situation, and each reason in some row.
import { expect, test } from "vitest";
import { minute } from "../for-tests.ts";
import { noticeWhys, silences } from "../notice.ts";
import {
	began,
	type Case,
	goes,
	hour,
	over,
	type Story,
	telling,
	tick,
} from "./for-tests.ts";

const graver: Story = {
	rules: [
		{},
		{ name: "losing", gravity: "critical" },
		{
			name: "stopped",
			when: { is: "verdict", atLeast: "stopped" },
			gravity: "critical",
		},
		{
			name: "gone",
			when: { is: "verdict", atLeast: "losing" },
			gravity: "critical",
		},
		{ name: "many", when: { is: "measure", of: "lag", n: 5 } },
	],
};

const table: readonly Case[] = [
	[
		"muted from the beginning",
		{},
		[{ fires: ["a"], muted: ["a"] }, tick],
		[],
		{ a: "muted" },
	],
	[
		"no longer muted, and still fires",
		{},
		[{ fires: ["a"], muted: ["a"] }, tick, { muted: [] }, tick],
		["chat fires: no longer muted 1/1"],
	],
	[
		"over while it was muted: nobody hears of it",
		{},
		[
			{ fires: ["a"], muted: ["a"] },
			tick,
			{ over: ["a"] },
			{ muted: [] },
			tick,
		],
		[],
	],
	[
		"muted after it was told: not told again",
		{},
		[{ fires: ["a"] }, tick, { muted: ["a"] }, hour],
		[began],
		{ a: "muted" },
	],
	[
		"muted after it was told, and over: who was woken hears so",
		{},
		[{ fires: ["a"] }, tick, { muted: ["a"] }, { over: ["a"] }],
		[began, over],
	],
	[
		"no longer muted after hours: told again",
		{},
		[{ fires: ["a"] }, tick, { muted: ["a"] }, hour, { muted: [] }],
		[began, goes],
	],
	[
		"one of two is muted, the other is told",
		{},
		[{ fires: ["a", "b"], muted: ["a"] }, tick],
		[began],
		{ a: "muted" },
	],
	[
		"acknowledged: not told again",
		{},
		[{ fires: ["a"] }, tick, { acknowledged: ["a"] }, hour],
		[began],
		{ a: "acknowledged" },
	],
	[
		"acknowledged, and over",
		{},
		[{ fires: ["a"] }, tick, { acknowledged: ["a"] }, { over: ["a"] }],
		[began, over],
	],
	[
		"one of two is acknowledged: the other is told again",
		{},
		[{ fires: ["a", "b"] }, tick, { acknowledged: ["a"] }, hour],
		["chat fires: began to fire 2/2", "chat still fires: told again 2/2"],
		{ a: "acknowledged" },
	],
	[
		"acknowledged on the screen before it was told: told once",
		{},
		[{ fires: ["a"], acknowledged: ["a"] }, tick, hour],
		[began],
		{ a: "acknowledged" },
	],
	[
		"in quiet hours nobody is told",
		{},
		[{ fires: ["a"], quiet: ["chat"] }, tick],
		[],
		{ a: "quiet hours" },
	],
	[
		"what is critical is told in quiet hours too",
		{ rules: [{ gravity: "critical" }] },
		[{ fires: ["a"], quiet: ["chat"] }, tick],
		[began],
	],
	[
		"quiet hours are over, and it still fires",
		{},
		[{ fires: ["a"], quiet: ["chat"] }, hour, { quiet: [] }, tick],
		["chat fires: quiet hours over 1/1"],
	],
	[
		"what came and went in quiet hours is not told",
		{},
		[{ fires: ["a"], quiet: ["chat"] }, { over: ["a"] }, { quiet: [] }, tick],
		[],
	],
	[
		"told before quiet hours, over in them: said so",
		{},
		[{ fires: ["a"] }, tick, { quiet: ["chat"], over: ["a"] }],
		[began, over],
	],
	[
		"not told again in quiet hours, but after them",
		{},
		[{ fires: ["a"] }, tick, { quiet: ["chat"] }, hour, { quiet: [] }],
		[began, goes],
	],
	[
		"one outlet is quiet, the other is told",
		{ outlets: ["chat", "mail"] },
		[{ fires: ["a"], quiet: ["chat"] }, tick],
		["mail fires: began to fire 1/1"],
	],
	[
		"its broker is silent",
		{},
		[{ fires: ["a"], silent: ["eu"] }, tick],
		[],
		{ a: "broker silent" },
	],
	[
		"its broker answers again, and it still fires",
		{},
		[{ fires: ["a"], silent: ["eu"] }, tick, { silent: [] }, tick],
		["chat fires: broker answers again 1/1"],
	],
	[
		"its broker is silent after it was told: nothing is said, nothing is over",
		{},
		[{ fires: ["a"] }, tick, { silent: ["eu"] }, hour],
		[began],
		{ a: "broker silent" },
	],
	[
		"that the broker is silent is told",
		{
			alerts: { a: { target: { is: "broker", broker: "eu", system: "some" } } },
		},
		[{ fires: ["a"], silent: ["eu"] }, tick],
		[began],
	],
	[
		"another broker is silent",
		{},
		[{ fires: ["a"], silent: ["us"] }, tick],
		[began],
	],
	[
		"a graver rule fires for the same: it alone is told",
		graver,
		[{ fires: ["stalled:a", "losing:a"] }, tick],
		[began],
		{ "stalled:a": "graver" },
	],
	[
		"the graver one is over, and this one still fires",
		graver,
		[{ fires: ["stalled:a", "losing:a"] }, tick, { over: ["losing:a"] }, tick],
		[began, over, "chat fires: graver one over 1/1"],
	],
	[
		"a graver rule fires for another: both are told",
		graver,
		[{ fires: ["stalled:a", "losing:b"] }, tick],
		[began, began],
	],
	[
		"a graver one comes later: it is told, and this one not again",
		graver,
		[
			{ fires: ["stalled:a"] },
			tick,
			{ fires: ["losing:a"] },
			tick,
			{ afterMs: 59 * minute },
			{ afterMs: minute, acknowledged: ["losing:a"] },
		],
		[began, began],
		{ "stalled:a": "graver", "losing:a": "acknowledged" },
	],
	[
		"a graver one that tells somebody else silences nobody",
		{
			outlets: ["chat", "mail"],
			rules: [
				{ tell: ["chat"] },
				{ name: "losing", gravity: "critical", tell: ["mail"] },
			],
		},
		[{ fires: ["stalled:a", "losing:a"] }, tick],
		[began, "mail fires: began to fire 1/1"],
	],
	[
		"a graver one that is muted silences nobody",
		graver,
		[{ fires: ["stalled:a", "losing:a"], muted: ["losing:a"] }, tick],
		[began],
		{ "losing:a": "muted" },
	],
	[
		"where nobody is there to be told, the graver one stands for the others as well",
		{ ...graver, outlets: [] },
		[{ fires: ["stalled:a", "losing:a", "stalled:b"] }, tick],
		[],
		{
			"stalled:a": "graver",
			"losing:a": "no outlet",
			"stalled:b": "no outlet",
		},
	],
	[
		"what is muted is told as muted, though nobody would have been told",
		{ outlets: [] },
		[{ fires: ["a"], muted: ["a"] }, tick],
		[],
		{ a: "muted" },
	],
	[
		"of two critical verdicts the worse one is told",
		graver,
		[{ fires: ["stopped:a", "gone:a"] }, tick],
		[began],
		{ "stopped:a": "graver" },
	],
	[
		"a number beside a verdict of the same gravity is told as well",
		graver,
		[{ fires: ["stalled:a", "many:a"] }, tick],
		[began, began],
	],
	[
		"what is calm again before anybody was told wakes nobody",
		{},
		[{ fires: ["a"] }, { calms: ["a"] }, tick, tick],
		[],
		{ a: "calming" },
	],
	[
		"and is told when it holds again",
		{},
		[{ fires: ["a"] }, { calms: ["a"] }, tick, { holds: ["a"] }, tick],
		[began],
	],
	[
		"of two that began together the one that holds is told",
		{},
		[{ fires: ["a", "b"] }, { calms: ["a"] }],
		[began],
		{ a: "calming" },
	],
	[
		"nothing is told again while it is calm",
		{},
		[{ fires: ["a"] }, tick, { afterMs: 61 * minute, calms: ["a"] }],
		[began],
		{ a: "calming" },
	],
];

test.each(table)("%s", (_, story, moves, lines, held = {}) => {
	const it = telling(story, moves);
	expect(it.lines).toEqual(lines);
	expect(it.held).toEqual(held);
});

test("each silence, and each reason of a notice, stands in some row", () => {
	const stories = table.map(([, story, moves]) => telling(story, moves));
	const whys = new Set(
		stories.flatMap((it) => it.notices.map(({ why }) => why)),
	);
	expect(noticeWhys.filter((why) => !whys.has(why))).toEqual(["tried"]);
	const held = new Set(stories.flatMap((it) => Object.values(it.held)));
	expect(silences.filter((why) => !held.has(why))).toEqual(["gathering"]);
});
