// What comes back to its readers again and again, and how is it put aside? Whoever holds it, and however lately it was delivered.
import { exactly } from "#lib/core/amount.ts";
import { heldIn } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { ask, type Command } from "../../connection/ask.ts";
import { sentName } from "../../connection/name.ts";
import { compareIds } from "../../streams/entry-id.ts";
import { listOf } from "../../streams/replies.ts";
import { asideOf, copyRefusal } from "./choices.ts";
import { countsOf, minus, plus } from "./counts.ts";
import { type GroupNow, lengthOf, type Place } from "./group-now.ts";
import { heldRows } from "./held-rows.ts";
import { settleHeld } from "./held-steps.ts";
import { plainPlan } from "./plain-plan.ts";
import { whichOf } from "./reclaim-effects.ts";
import { mayNot } from "./rights.ts";
import type { Seen, SeenMember } from "./seen.ts";

/** Who tries so often without an end is not helped by one time more. */
const deliveriesMin = 5;
/** Each step is told all of them. */
const parkedMost = 500;
/** A reader may take one from another while it is looked for. */
const looks = 3;

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

export async function applyPark(
	place: Asked,
	now: Pick<GroupNow, "members">,
	ids: readonly string[],
	plan: Seen,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	const left = new Set(ids);
	const keeping: Course = {
		...course,
		keep: async (rows) => {
			await course.keep(rows);
			for (const { id } of heldIn(rows)) left.delete(id);
		},
	};
	const seen = { ...plan, members: lookedAt(now, ids) };
	const order = { verb: "bury", seen, idleMinMs: 0, deliveriesMin } as const;
	for (let look = 1; left.size > 0; look++) {
		const only = [...left];
		const isOver = await settleHeld(place, { ...order, only }, keeping, tally);
		if (isOver) return;
		if (look === looks) return tellRest(place, left, tally);
		// What it left for some reason is looked for again.
		tally.refusals.length = 0;
	}
}

type Asked = Pick<Place, "client" | "secret" | "key" | "groupKey">;

/** Whoever is there may hold them by now. */
const lookedAt = (
	{ members }: Pick<GroupNow, "members">,
	ids: readonly string[],
) =>
	members.map(
		({ name, holding, idleMs }): SeenMember => ({
			...{ name, holding, idleMs, to: ids.at(-1) ?? null },
			...{ isRemoved: false, isAbsent: false },
		}),
	);

/** Beside those of which it is known why: who is held still was taken by somebody else, and the others are done. */
async function tellRest(
	{ client, secret, key, groupKey }: Asked,
	left: ReadonlySet<string>,
	tally: Tally,
): Promise<void> {
	const told = tally.refusals.reduce(
		(sum, { values }) => sum + Number(values.messages ?? 0),
		0,
	);
	if (left.size <= told) return;
	const answers = await ask(
		client,
		secret,
		Array.from(left, (id): Command => {
			return ["xpendingBuffer", key, groupKey, id, id, 1];
		}),
	);
	const held = answers.filter(({ reply }) => listOf(reply).length > 0).length;
	const done = left.size - held;
	if (held > told) refuse(tally, "moved since", { messages: held - told });
	if (done > 0) refuse(tally, "acknowledged since", { messages: done });
}
