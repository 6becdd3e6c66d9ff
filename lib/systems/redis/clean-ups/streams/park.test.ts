// What is told of a park that the server breaks off in the middle? As much as was put aside until then, and it can be taken back.
import { Redis } from "ioredis";
import { expect, test } from "vitest";
import { planOf } from "#lib/core/clean-up/for-tests.ts";
import { undoFaultOf } from "#lib/core/clean-up/undo.ts";
import { runPlan } from "../../../run-plan.ts";
import { courseOf } from "../../for-tests/cleaning.ts";
import { whyNot } from "../refusals.ts";
import { applyPark } from "./park.ts";
import type { Seen } from "./seen.ts";

const replied = (message: string) =>
	Object.assign(new Error(message), { name: "ReplyError" });

/** Of those that are named in a step this many are held no longer, or it fails. */
type Step = number | Error;

/** As held.lua answers. */
function serving(steps: readonly Step[]): Redis {
	let at = 0;
	const callBuffer = async (...sent: readonly unknown[]) => {
		const step = steps[at++] ?? 0;
		if (step instanceof Error) throw step;
		const ids = sent.slice(namedFrom).slice(step);
		const rows = ids.map((id) => [id, "a", "1000", "9", `${id}-copy`]);
		return ["done", "", rows, 0, 0, 0, 0, 0, 10 * rows.length, "", step];
	};
	return Object.assign(new Redis({ lazyConnect: true }), { callBuffer });
}

/** After the command, the script, how many keys, two keys and twelve arguments. */
const namedFrom = 3 + 2 + 12;
const ids = Array.from({ length: 40 }, (_, i) => `${i + 1}-0`);

async function parked(steps: readonly Step[]) {
	const seen: Seen = {
		...{ runId: "r", atMs: 1, groups: 1, clears: false, to: "orders:dead" },
		...{ members: [], further: { action: "park", ids } },
	};
	const client = serving(steps);
	const place = { client, key: "orders", groupKey: "billing" };
	const plan = planOf({ cleanUp: { action: "park" }, undo: "while kept" });
	const told = courseOf();
	const outcome = await runPlan(
		{
			...{ seen, open: async () => place, look: async () => null },
			changes: (rest: Seen) => ({ refusals: [], rest }),
			act: (at, _, given, tally) =>
				applyPark(at, ids, given, told.course, tally),
			...{ whyNot: (error) => whyNot(error, ""), figures: async () => [] },
		},
		plan,
		told.course,
	);
	const target = { plan, outcome, kept: told.kept.length };
	const undertaking = { undoneBy: null, targets: [target] };
	const { cleanUp } = plan;
	const undoable = { state: outcome.ending, endedMs: 0, cleanUp, undertaking };
	return {
		...{ outcome, kept: told.kept.length },
		progress: told.told.map(({ messages }) => messages),
		fault: undoFaultOf(undoable, 1),
	};
}

const readOnly = "READONLY You can't write against a read only replica.";
const noScripts =
	"NOPERM this user has no permissions to run the 'evalsha' command";

test.each([
	["became a replica", replied(readOnly), "partly done", "broker forbids"],
	["runs no scripts", replied(noScripts), "partly done", "broker forbids"],
	["is silent", new Error("Command timed out"), "unknown", "broker failed"],
] as const)(
	"where the server %s after the first step, what went is told and can be taken back",
	async (_, error, ending, code) => {
		const { outcome, kept, fault } = await parked([0, error]);
		expect(outcome).toMatchObject({ ending, messagesDone: 25 });
		expect(outcome.refusals.map((it) => it.code)).toEqual([code]);
		expect(kept).toBe(25);
		expect(fault).toBeNull();
	},
);

test("what went is told as more and more, and never as less", async () => {
	const { outcome, progress } = await parked([]);
	expect(outcome).toMatchObject({ ending: "done", messagesDone: 40 });
	expect(progress).toEqual([0, 0, 25, 40, 40]);
});

test("what somebody finished meanwhile is told, also of several steps", async () => {
	const { outcome } = await parked([3, 4]);
	expect(outcome).toMatchObject({
		...{ ending: "partly done", messagesDone: 33 },
		refusals: [{ code: "acknowledged since", values: { messages: 7 } }],
	});
});
