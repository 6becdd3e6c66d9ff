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

type Step = Error | { readonly rows: number; readonly isMore?: boolean };

/** A server that does these steps, one after another. */
function serving(steps: readonly Step[]): Redis {
	let [at, id] = [0, 0];
	const callBuffer = async () => {
		const step = steps[at++] ?? { rows: 0 };
		if (step instanceof Error) throw step;
		const rows = Array.from({ length: step.rows }, () => {
			id++;
			return [`${id}-0`, "1000", "9", `${id}-1`];
		});
		const cursor = step.isMore ? `(${id}-0` : "";
		const counted = [0, 0, 0, 0, 0, 10 * rows.length];
		return [...["done", cursor, rows], ...counted, ""];
	};
	return Object.assign(new Redis({ lazyConnect: true }), { callBuffer });
}

const idsOf = (n: number) => Array.from({ length: n }, (_, i) => `${i + 1}-0`);

async function parked(steps: readonly Step[]) {
	const ids = idsOf(40);
	const seen: Seen = {
		...{ runId: "r", atMs: 1, groups: 1, clears: false, to: "orders:dead" },
		...{ members: [], further: { action: "park", ids } },
	};
	const place = {
		...{ client: serving(steps), secret: "" },
		...{ key: "orders", groupKey: "billing" },
	};
	const member = {
		...{ name: "a", holding: 40, idleMs: 0, isConnected: false },
		verdict: "unknown",
	} as const;
	const plan = planOf({ cleanUp: { action: "park" }, undo: "while kept" });
	const told = courseOf();
	const outcome = await runPlan(
		{
			...{
				seen,
				open: async () => place,
				look: async () => ({ members: [member] }),
			},
			changes: (rest: Seen) => ({ refusals: [], rest }),
			act: (at, now, given, tally) =>
				applyPark(at, now, ids, given, told.course, tally),
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

const first = { rows: 25, isMore: true };
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
		const { outcome, kept, fault } = await parked([first, error]);
		expect(outcome).toMatchObject({ ending, messagesDone: 25 });
		expect(outcome.refusals.map((it) => it.code)).toEqual([code]);
		expect(kept).toBe(25);
		expect(fault).toBeNull();
	},
);

test("what went is told as more and more, and never as less", async () => {
	const { outcome, progress } = await parked([first, { rows: 15 }]);
	expect(outcome).toMatchObject({ ending: "done", messagesDone: 40 });
	expect(progress).toEqual([0, 0, 25, 40, 40]);
});

test("what is looked for a second time counts beside what went before", async () => {
	const { outcome, progress } = await parked([{ rows: 24 }, { rows: 16 }]);
	expect(outcome).toMatchObject({ ending: "done", messagesDone: 40 });
	expect(progress).toEqual([0, 0, 24, 40, 40]);
});
