// What comes back to its readers again and again, and how is it put aside? Whoever holds it, and however lately it was delivered.
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../../system.ts";
import type { Tally } from "../../../tally.ts";
import { sentName } from "../../connection/name.ts";
import { compareIds } from "../../streams/entry-id.ts";
import { asideOf, copyRefusal } from "./choices.ts";
import { countsOf, minus, plus } from "./counts.ts";
import { type GroupNow, lengthOf, type Place } from "./group-now.ts";
import { heldRows } from "./held-rows.ts";
import { settleNamed } from "./held-steps.ts";
import { plainPlan } from "./plain-plan.ts";
import { whichOf } from "./reclaim-effects.ts";
import { mayNot } from "./rights.ts";
import type { Seen } from "./seen.ts";

/** Who tries so often without an end is not helped by one time more. */
const deliveriesMin = 5;
const parkedMost = 500;

export async function planPark(place: Place, now: GroupNow): Promise<Plan> {
	const holders = now.members.filter(({ holding }) => holding > 0);
	const { rows, gone, isCut } = await heldRows(place, now, holders);
	const failing = rows
		.filter(
			({ id, deliveries }) =>
				!gone.has(id) && (deliveries ?? 0) >= deliveriesMin,
		)
		.toSorted((a, b) => compareIds(a.id, b.id));
	const meant = failing.slice(0, parkedMost);
	const messages = exactly(meant.length);
	const owners = new Set(meant.map(({ member }) => member));
	const to = asideOf(place);
	const before = await lengthOf(place, to);
	const counts = countsOf(now);
	const warnings: Warning[] = [
		{ code: "waits for somebody", values: { to } },
		{ code: "may be in hand", values: { members: owners.size } },
	];
	const isMore = meant.length < failing.length;
	const looked = isMore ? parkedMost : rows.length;
	if (isCut || isMore)
		warnings.push({ code: "looked at some", values: { looked } });
	return plainPlan(place, now, {
		cleanUp: { action: "park" },
		...{ risk: "moves messages", undo: "while kept", warnings, messages },
		further: { action: "park", ids: meant.map(({ id }) => id) },
		seen: { to },
		effects: [
			{
				code: "dead-letter",
				values: {
					...{ messages: messages.n, bound: messages.bound },
					...{ members: owners.size, to },
				},
			},
			{ code: "which messages", values: whichOf(meant, now) },
		],
		shown: ["held", "put aside"],
		before: { "put aside": before === null ? null : exactly(before) },
		after: {
			held: minus(counts.held, messages),
			"put aside": before === null ? null : plus(exactly(before), messages),
		},
		refusal: await whyNot(place, to, meant.length),
	});
}

async function whyNot(
	place: Place,
	to: string,
	messages: number,
): Promise<Refusal | null> {
	if (messages === 0) return { code: "nothing to do", values: {} };
	return (
		copyRefusal(place, to) ??
		(await mayNot(place, ["acknowledge", "copy"], sentName(to)))
	);
}

/** By their ids, in one step with the question who holds each by now: nobody can take one in between. */
export async function applyPark(
	place: Parameters<typeof settleNamed>[0],
	ids: readonly string[],
	seen: Seen,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	const order = { verb: "bury", seen, idleMinMs: 0, deliveriesMin } as const;
	await settleNamed(place, order, ids, course, tally);
}
