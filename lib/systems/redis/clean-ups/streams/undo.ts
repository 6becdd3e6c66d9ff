// What of a clean-up can be taken back, and how? Who held a message holds it again as it was, where nobody has touched it since.
import { atLeast, exactly } from "#lib/core/amount.ts";
import { type HeldBefore, heldIn } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Effect, Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Course, Undone } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { sentName } from "../../connection/name.ts";
import { listOf, textOf } from "../../streams/replies.ts";
import { newPace } from "../pace.ts";
import { countsOf, minus, plus } from "./counts.ts";
import type { GroupNow, Place } from "./group-now.ts";
import { plainPlan } from "./plain-plan.ts";
import { mayNot } from "./rights.ts";
import { run } from "./scripts.ts";
import { type Further, seenIn } from "./seen.ts";
import { refusedFor } from "./step-refused.ts";
import { type Left, rowsMax, type Sought, whatIsLeft } from "./undo-look.ts";

export async function planUndo(
	place: Place,
	now: GroupNow,
	errand: string,
	undone: Undone | null,
): Promise<Plan> {
	const before = heldIn(undone?.before ?? []);
	const sought = soughtIn(place, undone);
	const { receiver = null, copies = null } = sought ?? {};
	const look =
		sought === null ? null : await whatIsLeft(place, now, before, sought);
	const n = look?.can.length ?? 0;
	const messages = (before.length > rowsMax ? atLeast : exactly)(n);
	const here = new Set(now.members.map(({ name }) => name));
	const owners = new Set((look?.can ?? []).map(({ owner }) => owner));
	const back = [...owners].filter((name) => !here.has(name)).length;
	const isAgain = copies === place.subscription.channel;
	const warnings: Warning[] =
		isAgain && n > 0 ? [{ code: "lag unknown for a while", values: {} }] : [];
	const refusal = n === 0 ? nothingLeft(look?.left ?? []) : null;
	const counts = countsOf(now);
	return plainPlan(place, now, {
		cleanUp: { action: "undo", errand },
		...{ risk: "moves messages", undo: "impossible", warnings, messages },
		shown: ["members", "held", "waiting", "kept"],
		further: { action: "undo", receiver, copies },
		effects: effectsOf(n, owners.size, copies !== null, back),
		after: {
			members: plus(counts.members, exactly(back)),
			held:
				receiver === null ? plus(counts.held, messages) : (counts.held ?? null),
			kept: isAgain ? minus(counts.kept, messages) : (counts.kept ?? null),
			...(isAgain ? { waiting: null } : {}),
		},
		refusal:
			refusal ??
			(await mayNot(place, ["claim"])) ??
			(copies === null
				? null
				: await mayNot(place, ["delete"], sentName(copies))),
	});
}

/** Only what members held can be given back. */
function soughtIn(place: Place, undone: Undone | null): Sought | null {
	if (undone === null) return null;
	const seen = seenIn(undone.plan);
	if (undone.plan.cleanUp.action === "park")
		return { receiver: null, copies: seen?.to ?? null };
	if (undone.plan.cleanUp.action !== "reclaim") return null;
	switch (undone.plan.cleanUp.fate) {
		case "hand over":
			return { receiver: seen?.to ?? null, copies: null };
		case "re-enqueue":
			return { receiver: null, copies: place.subscription.channel };
		case "dead-letter":
			return { receiver: null, copies: seen?.to ?? null };
		case "acknowledge":
			return { receiver: null, copies: null };
		case null:
			return null;
	}
}

function effectsOf(
	messages: number,
	members: number,
	hasCopies: boolean,
	back: number,
): readonly Effect[] {
	const effects: Effect[] = [];
	if (hasCopies)
		effects.push({ code: "take back copies", values: { messages } });
	effects.push({ code: "give back", values: { messages, members } });
	if (back > 0)
		effects.push({ code: "name returns", values: { members: back } });
	return effects;
}

const nothingLeft = (left: readonly Left[]): Refusal => {
	const [most] = left.toSorted((a, b) => b.messages - a.messages);
	return most === undefined
		? { code: "nothing to do", values: {} }
		: { code: most.code, values: { messages: most.messages } };
};

const reasons: ReadonlyMap<string, Left["code"]> = new Map([
	["deleted", "message gone"],
	["acked", "acknowledged since"],
	["moved", "moved since"],
	["taken", "copy was read"],
]);

export async function applyUndo(
	{ client, key, groupKey }: Place,
	{ receiver, copies }: Extract<Further, { action: "undo" }>,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	const pace = newPace();
	const keys = [key, copies === null ? key : sentName(copies)];
	const before = heldIn(course.before);
	for (let i = 0; i < before.length; ) {
		if (course.stop.aborted) {
			refuse(tally, "was stopped");
			return;
		}
		const some = before.slice(i, i + pace.atOnce());
		const whom = receiver === null ? "" : sentName(receiver);
		const args = [groupKey, whom, ...some.flatMap(argumentsOf)];
		const reply = listOf(await run(client, "restore", keys, args));
		const [kind, done, left] = reply;
		if (textOf(kind) === "refused") {
			tally.refusals.push(refusedFor(textOf(done), textOf(left)));
			return;
		}
		tally.messages += listOf(done).length;
		for (const row of listOf(left)) {
			const why = reasons.get(textOf(listOf(row)[1]));
			if (why !== undefined) refuse(tally, why, { messages: 1 });
		}
		const { messages, members } = tally;
		await course.progress({ messages, members, stage: "messages" });
		i += some.length;
		await pace.step(some.length, 0);
	}
}

const argumentsOf = ({
	id,
	owner,
	deliveredMs,
	deliveries,
	copy,
}: HeldBefore) => [
	...[id, sentName(owner), deliveredMs, deliveries, copy ?? ""],
];
