// Is an undo offered exactly while there is something to take back?
import { expect, test } from "vitest";
import { reclaimAll } from "./clean-up.ts";
import { outcomeOf, planOf, targetOf, undertakingOf } from "./for-tests.ts";
import { type Undoable, undoFaultOf } from "./undo.ts";

const hourMs = 3_600_000;
const whole = targetOf({ outcome: outcomeOf(), kept: 1 });
const nothing = outcomeOf({ ending: "refused", messagesDone: 0 });
const impossible = planOf({ undo: "impossible" });
const done: Undoable = {
	...{ state: "done", endedMs: 0, cleanUp: reclaimAll },
	undertaking: undertakingOf({ targets: [whole] }),
};
const of = (target: Partial<typeof whole>): Partial<Undoable> => ({
	undertaking: undertakingOf({ targets: [{ ...whole, ...target }] }),
});

test.each<readonly [string, Partial<Undoable>, ReturnType<typeof undoFaultOf>]>(
	[
		["what was done is taken back", {}, null],
		["what was done in part as well", { state: "partly done" }, null],
		[
			"what was kept of an unknown end as well",
			{ state: "unknown", ...of({ outcome: null }) },
			null,
		],
		[
			"positions that were kept as well, where nobody saw the end",
			{
				state: "unknown",
				...of({
					...{ kept: 12, plan: planOf({ undo: "while empty" }) },
					outcome: { ...nothing, ending: "unknown" },
				}),
			},
			null,
		],
		[
			"not positions that were kept before the broker refused",
			{ state: "partly done", ...of({ kept: 12, outcome: nothing }) },
			"nothing to undo",
		],
		[
			"not before it is over",
			{ state: "running", endedMs: null },
			"nothing to undo",
		],
		["not what was never planned", { undertaking: null }, "nothing to undo"],
		["not what was refused", { state: "refused" }, "nothing to undo"],
		[
			"not where nothing was done",
			of({ outcome: nothing, kept: 0 }),
			"nothing to undo",
		],
		[
			"not what does not come back",
			of({ plan: impossible }),
			"undo impossible",
		],
		[
			"not twice",
			{ undertaking: undertakingOf({ undoneBy: "b" }) },
			"undone already",
		],
		[
			"not an undo itself",
			{ cleanUp: { action: "undo", errand: "b" } },
			"undo impossible",
		],
	],
)("%s", (_, change, fault) => {
	expect(undoFaultOf({ ...done, ...change }, hourMs)).toBe(fault);
});

test("for a day, and no longer", () => {
	expect(undoFaultOf(done, 24 * hourMs)).toBeNull();
	expect(undoFaultOf(done, 24 * hourMs + 1)).toBe("undo too late");
});
