// Is our share of a server's time told as its books prove it, and not at all where they do not?
import { expect, test } from "vitest";
import { type Books, booksOf, shareOf } from "./share.ts";

type Asked = Record<string, number>;
type Command = readonly [calls: number, micros: number];

function books(
	atMs: number,
	cpuSeconds: number,
	commands: Record<string, Command>,
	ours: Asked,
): Books {
	const lines = Object.entries(commands).map(
		([name, [calls, micros]]) =>
			`cmdstat_${name}:calls=${calls},usec=${micros},usec_per_call=1.00`,
	);
	const cpu = [`used_cpu_sys:${cpuSeconds}`, "used_cpu_user:0"];
	const made = booksOf(
		[...cpu, ...lines].join("\r\n"),
		atMs,
		new Map(Object.entries(ours)),
	);
	if (made === null) throw new Error("no books");
	return made;
}

const before = books(0, 1, { "xinfo|groups": [10, 1000] }, {});

test.each([
	[
		"alone, all of the server's time is ours",
		books(1000, 1.5, { "xinfo|groups": [20, 9000] }, { "XINFO GROUPS": 10 }),
		500,
	],
	[
		"a question that others ask as well is divided by calls, and so is what lies around",
		books(1000, 1.1, { "xinfo|groups": [30, 41_000] }, { "XINFO GROUPS": 5 }),
		25,
	],
	[
		"what others ask is theirs",
		books(
			1000,
			1.1,
			{ "xinfo|groups": [20, 11_000], get: [90, 90_000] },
			{ "XINFO GROUPS": 10 },
		),
		10,
	],
	[
		"an older server does not tell one XINFO from another",
		books(
			1000,
			1.02,
			{ "xinfo|groups": [10, 1000], xinfo: [20, 20_000] },
			{ "XINFO GROUPS": 5, "XINFO STREAM": 5 },
		),
		10,
	],
])("%s", (_, now, busyMs) => {
	expect(shareOf(before, now)).toEqual({ busyMs, overMs: 1000 });
});

test.each([
	[
		"its books were set to zero",
		books(1000, 2, { "xinfo|groups": [1, 9] }, { "XINFO GROUPS": 1 }),
	],
	[
		"its clock went back",
		books(-5, 2, { "xinfo|groups": [20, 9000] }, { "XINFO GROUPS": 1 }),
	],
	[
		"it counts processor time anew",
		books(1000, 0.5, { "xinfo|groups": [20, 9000] }, { "XINFO GROUPS": 1 }),
	],
	["we asked nothing", books(1000, 2, { get: [20, 9000] }, {})],
])("nothing is told when %s", (_, now) => {
	expect(shareOf(before, now)).toBeNull();
});

test("without the right to its books there are none", () => {
	expect(booksOf("", 0, new Map())).toBeNull();
	expect(shareOf(null, before)).toBeNull();
});
