// What becomes of an alert? One row a situation: what was seen every ten seconds, where that leads, and why the last step was taken.
import { describe, expect, test } from "vitest";
import type { Alert } from "../alert.ts";
import { minute, rowOf, ruleOf, targetOf } from "../for-tests.ts";
import type { Rule } from "../rule.ts";
import { calmNeededMs, endedBy, type StepWhy, step, stepWhys } from "./life.ts";

const everyMs = 10_000;
const seen = (atMs: number) => {
	const { verdict, reason, lag, marginSeconds, drainedSeconds } = rowOf();
	const known = { verdict, reason, lag, marginSeconds, drainedSeconds };
	return { ...known, atMs, n: null, action: null };
};

type Course = {
	readonly rule?: Partial<Rule>;
	readonly fired?: readonly number[];
	/** How much later each look is, by a clock nobody sets. */
	readonly everyMs?: number;
	/** What a clock on the wall says at a look. */
	readonly wall?: (look: number) => number;
	readonly alert?: Alert | null;
};

/** `+` holds, `-` does not, `?` cannot be known. */
function lived(looks: string, course: Course = {}) {
	const rule = ruleOf(course.rule);
	const wall = course.wall ?? ((look) => look * everyMs);
	let alert = course.alert ?? null;
	let fired = course.fired ?? [];
	let ids = 0;
	const whys: StepWhy[] = [];
	const ended: Alert[] = [];
	for (const [at, look] of [...looks].entries()) {
		const nowMs = wall(at);
		const holds = look === "?" ? null : look === "+";
		const sight = { holds, sinceMs: nowMs, seen: seen(nowMs) };
		const it = step(alert, sight, {
			...{ rule, target: targetOf(), nowMs, fired },
			elapsedMs: at === 0 ? 0 : (course.everyMs ?? everyMs),
			newId: () => `${++ids}`,
		});
		whys.push(it.why);
		alert = it.alert;
		if (alert?.state === "resolved") {
			ended.push(alert);
			fired = alert.firings;
			alert = null;
		}
	}
	const last = alert ?? ended.at(-1) ?? null;
	return { alert: last, ended, whys, why: whys.at(-1) };
}

const fires = "+".repeat(7);
const over = "-".repeat(12);
const state = (it: Alert | null) => it?.state ?? "none";

const table: [string, string, Course, string, StepWhy][] = [
	["calm from the beginning", "---", {}, "none", "nothing to tell"],
	["never known", "???", {}, "none", "nothing to tell"],
	["holds for the first time", "+", {}, "pending", "begins to hold"],
	["holds for a while", "+++", {}, "pending", "holds on"],
	["holds almost long enough", "++++++", {}, "pending", "holds on"],
	["holds long enough", fires, {}, "firing", "held for long enough"],
	[
		"a rule that waits for nothing fires at once",
		...(["+", { rule: { forMs: 0 } }] as const),
		...(["firing", "held for long enough"] as const),
	],
	["calm before it fired", "++++++-", {}, "none", "calm before it fired"],
	["holds anew after that", "++++++-+", {}, "pending", "begins to hold"],
	[
		"what comes and goes before it fires, never fires",
		"+++-+++-+++-+++",
		{},
		"pending",
		"holds on",
	],
	["unknown while it waits", "+++?", {}, "pending", "cannot be known"],
	[
		"unknown for long while it waits",
		`+++${"?".repeat(99)}`,
		{},
		"pending",
		"cannot be known",
	],
	[
		"the time it was unknown does not count",
		"+++???+++",
		{},
		"pending",
		"holds on",
	],
	[
		"held long enough, with a gap between",
		"+++???++++",
		{},
		"firing",
		"held for long enough",
	],
	["calm after a gap", "+++???-", {}, "none", "calm before it fired"],
	["goes on to fire", `${fires}+`, {}, "firing", "still fires"],
	["unknown while it fires", `${fires}?`, {}, "firing", "cannot be known"],
	[
		"unknown for an hour while it fires",
		`${fires}${"?".repeat(360)}`,
		{},
		"firing",
		"cannot be known",
	],
	[
		"fires again when it is known again",
		`${fires}???+`,
		{},
		"firing",
		"still fires",
	],
	["calm for a moment", `${fires}-`, {}, "firing", "calms"],
	[
		"calm almost long enough",
		`${fires}${over.slice(1)}`,
		{},
		"firing",
		"calms",
	],
	[
		"calm long enough",
		`${fires}${over}`,
		{},
		"resolved",
		"calm for long enough",
	],
	["holds again while it calms", `${fires}-----+`, {}, "firing", "holds again"],
	[
		"calm has to begin anew then",
		`${fires}-----+-----------`,
		{},
		"firing",
		"calms",
	],
	["unknown while it calms", `${fires}-----?`, {}, "firing", "cannot be known"],
	[
		"the time it was unknown does not calm",
		`${fires}------????????`,
		{},
		"firing",
		"cannot be known",
	],
	[
		"calm goes on where it was",
		`${fires}------????------`,
		{},
		"resolved",
		"calm for long enough",
	],
	[
		"a rule that wants no calm is over at once",
		`${fires}-`,
		{ rule: { calmMs: 0 } },
		"resolved",
		"calm for long enough",
	],
	[
		"over, and holds again: another life",
		`${fires}${over}+`,
		{},
		"pending",
		"begins to hold",
	],
	[
		"over, and unknown then",
		`${fires}${over}?`,
		{},
		"resolved",
		"nothing to tell",
	],
	[
		"fires a second time",
		`${fires}${over}${fires}`,
		{},
		"firing",
		"held for long enough",
	],
	[
		"the second time needs twice the calm",
		`${fires}${over}${fires}${over}`,
		{},
		"firing",
		"calms",
	],
	[
		"and is over after twice the calm",
		`${fires}${over}${fires}${over}${over}`,
		{},
		"resolved",
		"calm for long enough",
	],
	[
		"what fired two hours ago makes nobody wait",
		`${fires}${over}`,
		{ fired: [-7_200_000] },
		"resolved",
		"calm for long enough",
	],
	[
		"fired three times before: eight times the calm",
		`${fires}${over.repeat(7)}`,
		{ fired: [-3, -2, -1] },
		"firing",
		"calms",
	],
	[
		"after eight times the calm it is over",
		`${fires}${over.repeat(8)}`,
		{ fired: [-3, -2, -1] },
		"resolved",
		"calm for long enough",
	],
	[
		"without any calm asked for, what comes and goes still has to be calm",
		`${fires}-`,
		{ rule: { calmMs: 0 }, fired: [-1] },
		"firing",
		"calms",
	],
	[
		"never more than an hour of calm is asked for",
		`${fires}${"-".repeat(360)}`,
		{ fired: [-8, -7, -6, -5, -4, -3, -2, -1] },
		"resolved",
		"calm for long enough",
	],
	[
		"the clock on the wall goes two hours ahead while it waits",
		"++++++",
		{ wall: (look) => look * everyMs + (look > 2 ? 7_200_000 : 0) },
		"pending",
		"holds on",
	],
	[
		"the clock goes back an hour while it waits",
		fires,
		{ wall: (look) => look * everyMs - (look > 2 ? 3_600_000 : 0) },
		"firing",
		"held for long enough",
	],
	[
		"the clock goes two hours ahead while it calms",
		`${fires}---`,
		{ wall: (look) => look * everyMs + (look > 7 ? 7_200_000 : 0) },
		"firing",
		"calms",
	],
	[
		"the clock stands still",
		fires,
		{ wall: () => 0 },
		"firing",
		"held for long enough",
	],
	[
		"a restart between: it goes on where it was written",
		"++",
		{ alert: lived("++++++").alert },
		"firing",
		"held for long enough",
	],
	[
		"a restart between, and calm since",
		"-",
		{ alert: lived("++++++").alert },
		"none",
		"calm before it fired",
	],
	[
		"a restart while it fires says nothing anew",
		"+",
		{ alert: lived(fires).alert },
		"firing",
		"still fires",
	],
	[
		"a restart while it fires, and nothing known yet",
		"?",
		{ alert: lived(fires).alert },
		"firing",
		"cannot be known",
	],
	[
		"a restart while it calms",
		"-------",
		{ alert: lived(`${fires}------`).alert },
		"resolved",
		"calm for long enough",
	],
];

describe("a life", () => {
	test.each(table)("%s", (_, looks, course, to, why) => {
		const it = lived(looks, course);
		expect([state(it.alert), it.why]).toEqual([to, why]);
	});

	test("every step has its reason in some row", () => {
		const whys = new Set(
			table.flatMap(([, looks, course]) => lived(looks, course).whys),
		);
		expect(whys.size).toBe(stepWhys.length);
	});
});

test("what is told of it is as it was when it fired, and as it is now", () => {
	const { alert } = lived(`${fires}++`);
	expect(alert?.first.atMs).toBe(6 * everyMs);
	expect(alert?.last.atMs).toBe(8 * everyMs);
	expect(alert).toMatchObject({ sinceMs: 0, firedMs: 6 * everyMs, end: null });
	expect(alert?.heldMs).toBe(8 * everyMs);
});

test("what is unknown leaves it as it was", () => {
	expect(lived(`${fires}---???`).alert).toEqual(lived(`${fires}---`).alert);
});

test("another life has another name, and remembers how often there was one", () => {
	const { alert, ended } = lived(`${fires}${over}${fires}`);
	expect(ended).toHaveLength(1);
	expect(alert?.id).not.toBe(ended[0]?.id);
	expect(alert?.firings).toHaveLength(2);
});

test("what is gone while it waits goes without a word, and what fires is over with its end", () => {
	const [waits, firing] = [lived("+").alert, lived(fires).alert];
	expect(waits && endedBy(waits, "gone", 5)).toBeNull();
	expect(firing && endedBy(firing, "rule removed", 5)).toMatchObject({
		...{ state: "resolved", end: "rule removed", resolvedMs: 5 },
	});
});

test("with each time it fired, more calm is asked for, and never less than the rule says", () => {
	const needed = (times: number, calmMs: number) =>
		calmNeededMs({ firings: new Array(times).fill(0) }, { calmMs });
	expect([1, 2, 3, 4].map((times) => needed(times, minute) / minute)).toEqual([
		...[1, 2, 4, 8],
	]);
	expect(needed(9, 2 * 3_600_000)).toBe(2 * 3_600_000);
});
