// Which clean-up fits? One row a situation.
import { expect, test } from "vitest";
import { type FittingRow, fittingFor } from "./fitting.ts";

const row: FittingRow = {
	...{ verdict: "stalled", group: "shipping", holding: 57 },
	members: { dead: 0, stuck: 0 },
	reason: { code: "not moving" },
};
const because = (code: string) => ({ ...row, reason: { code } });

test.each<[string, FittingRow, ReturnType<typeof fittingFor>]>([
	["nothing fits a group that only is slow", row, null],
	[
		"dead members that hold nothing are removed",
		{ ...row, holding: 0, members: { dead: 2, stuck: 0 } },
		"remove",
	],
	[
		"what dead members hold is reclaimed",
		{ ...row, members: { dead: 2, stuck: 0 } },
		"reclaim",
	],
	[
		"what a stuck member holds is reclaimed",
		{ ...row, members: { dead: 0, stuck: 1 } },
		"reclaim",
	],
	[
		"a stuck member that holds nothing is left alone",
		{ ...row, holding: 0, members: { dead: 0, stuck: 1 } },
		null,
	],
	[
		"what absent members hold is reclaimed",
		because("held by absent"),
		"reclaim",
	],
	[
		"a group that nobody is in any more is ended",
		{ ...because("forgotten soon"), members: null, verdict: "abandoned" },
		"destroy",
	],
	[
		"a channel nobody of it reads is forgotten",
		{ ...because("not subscribed"), members: null, verdict: "abandoned" },
		"forget",
	],
	["a position beyond the end is reset", because("ahead of the log"), "reset"],
	[
		"what a worker left in progress is put back, also where there is no group",
		{ ...because("held still"), group: null, members: null },
		"recover",
	],
	[
		"where no group is, nothing of a group is offered",
		{ ...because("held by absent"), group: null },
		null,
	],
])("%s", (_, of, action) => {
	expect(fittingFor(of)).toBe(action);
});
