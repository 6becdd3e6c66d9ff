// Is a storm told from what reading takes?
import { expect, test } from "vitest";
import { type Door, stormsAt } from "./doors.ts";
import { names } from "./place.ts";

const minuteMs = 60_000;
const calm: Door = { opened: 30, asked: 1200, harmful: [] };

test.each<[string, Record<string, Door>, readonly string[]]>([
	["a minute of reading is none", { [names.beside]: calm }, []],
	[
		"of many channels more is asked, where they are",
		{ [names.broken]: { ...calm, asked: 12_000 } },
		[],
	],
	[
		"as many questions about a few are one",
		{ [names.beside]: { ...calm, asked: 12_000 } },
		["I4: beside was asked 12000 times in 60000 ms"],
	],
	[
		"so is a connection a second and more",
		{ [names.broken]: { ...calm, opened: 90 } },
		["I4: 90 connections to jobs in 60000 ms"],
	],
	[
		"what holds up everybody is asked once too often",
		{ [names.broken]: { ...calm, harmful: ["keys"] } },
		["I4: jobs was asked for keys"],
	],
])("%s", (_, doors, storms) => {
	expect(stormsAt(doors, minuteMs, 100)).toEqual(storms);
});
