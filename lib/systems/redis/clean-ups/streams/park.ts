// What comes back to its readers again and again, and how is it put aside? Whoever holds it, and however lately it was delivered.
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../../system.ts";
import type { Tally } from "../../../tally.ts";
import { sentName } from "../../connection/name.ts";
import { asideOf, copyRefusal } from "./choices.ts";
import { countsOf, minus, plus } from "./counts.ts";
import { type Failing, failingRows } from "./failing-rows.ts";
import { type GroupNow, lengthOf, type Place } from "./group-now.ts";
import { settleNamed } from "./held-steps.ts";
import { plainPlan } from "./plain-plan.ts";
import { whichOf } from "./reclaim-effects.ts";
import { mayNot } from "./rights.ts";
import type { Seen } from "./seen.ts";

/** Who tries so often without an end is not helped by one time more. */
const deliveriesMin = 5;
const parkedMost = 500;

export async function planPark(place: Place, now: GroupNow): Promise<Plan> {
	const most = parkedMost;
	const look = await failingRows(place, now, { deliveriesMin, most });
	const meant = look.rows.slice(0, most);
	const messages = exactly(meant.length);
	const owners = new Set(meant.map(({ member }) => member));
	const to = asideOf(place);
	const before = await lengthOf(place, to);
	const counts = countsOf(now);
	const warnings: Warning[] = [
		{ code: "waits for somebody", values: { to } },
		{ code: "may be in hand", values: { members: owners.size } },
	];
	if (meant.length < look.rows.length)
		warnings.push({ code: "first of more", values: { messages: most } });
	else if (look.isCut && meant.length > 0)
		warnings.push({ code: "looked at some", values: { looked: look.looked } });
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
		refusal: await whyNot(place, to, meant.length, look),
	});
}

async function whyNot(
	place: Place,
	to: string,
	messages: number,
	{ isCut, looked }: Failing,
): Promise<Refusal | null> {
	if (messages === 0 && isCut)
		return { code: "none found", values: { looked } };
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
