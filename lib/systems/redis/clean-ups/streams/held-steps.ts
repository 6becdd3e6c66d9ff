// How is what a member holds settled? Step by step, and nothing goes on before it is written down.
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { sentName } from "../../connection/name.ts";
import { newPace } from "../pace.ts";
import type { Place } from "./group-now.ts";
import { type HeldReply, heldReplyOf } from "./replies.ts";
import { run } from "./scripts.ts";
import type { Seen } from "./seen.ts";
import { refusedFor } from "./step-refused.ts";

export type HeldVerb = "give" | "again" | "bury" | "forget" | "clear";

export type HeldOrder = {
	readonly verb: HeldVerb;
	readonly seen: Seen;
	readonly idleMinMs: number;
	readonly deliveriesMin: number;
};

type Asked = Pick<Place, "client" | "key" | "groupKey">;

/** What one member holds, as far as nothing touched it since the look; true where nothing more is to be begun. */
export async function settleHeld(
	place: Asked,
	order: HeldOrder,
	course: Course,
	tally: Tally,
): Promise<boolean> {
	const steps = stepsOf(place, order, course, tally);
	for (const { name, to } of order.seen.members) {
		if (to === null) continue;
		let from: string | null = "-";
		while (from !== null) {
			const done = await steps.next({ name, from, to, count: steps.atOnce() });
			if (done === null) return true;
			from = done.cursor;
		}
	}
	return false;
}

/** These alone, whoever holds them by now, also where they were touched since the look. */
export async function settleNamed(
	place: Asked,
	order: HeldOrder,
	ids: readonly string[],
	course: Course,
	tally: Tally,
): Promise<void> {
	const steps = stepsOf(place, order, course, tally);
	for (let i = 0; i < ids.length; ) {
		const only = ids.slice(i, i + steps.atOnce());
		if ((await steps.next(only)) === null) return;
		i += only.length;
	}
}

type Range = {
	readonly name: string;
	readonly from: string;
	readonly to: string;
	readonly count: number;
};
/** What a member holds there, or these ids. */
type Which = Range | readonly string[];
type Done = Extract<HeldReply, { kind: "done" }>;

function stepsOf(place: Asked, order: HeldOrder, course: Course, tally: Tally) {
	const pace = newPace();
	return {
		atOnce: pace.atOnce,
		/** Null where nothing more is to be begun. */
		async next(which: Which): Promise<Done | null> {
			if (course.stop.aborted) {
				refuse(tally, "was stopped");
				return null;
			}
			const reply = await step(place, order, which);
			if (reply.kind === "refused") {
				tally.refusals.push(refusedFor(reply.why, reply.detail));
				return null;
			}
			await course.keep(reply.rows);
			note(reply, order, tally);
			const { messages, members } = tally;
			await course.progress({ messages, members, stage: "messages" });
			if (reply.stopped !== null) return null;
			await pace.step(reply.rows.length, reply.bytes);
			return reply;
		},
	};
}

async function step(
	{ client, key, groupKey }: Asked,
	{ verb, seen, idleMinMs, deliveriesMin }: HeldOrder,
	which: Which,
): Promise<HeldReply> {
	const receiver = verb === "give" ? sentName(seen.to ?? "") : "";
	const copies = verb === "bury" ? sentName(seen.to ?? "") : key;
	const isRange = "from" in which;
	const { name, from, to, count } = isRange ? which : nobodys;
	const reply = await run(
		client,
		"held",
		[key, copies],
		[
			...[verb, groupKey, sentName(name), idleMinMs, deliveriesMin],
			...[seen.atMs, from, to, count, receiver, seen.groups],
			...[seen.clears ? "clear" : "", ...(isRange ? [] : which)],
		],
	);
	return heldReplyOf(reply);
}

const nobodys: Range = { name: "", from: "", to: "", count: 0 };

function note(reply: Done, { verb }: HeldOrder, tally: Tally): void {
	const { rows, young, missing, large, cleared, stopped, settled } = reply;
	tally.messages += verb === "clear" ? cleared : rows.length;
	const left = [
		...([["moved since", young]] as const),
		...([["acknowledged since", settled]] as const),
		...([["message gone", missing]] as const),
		...([["too large", large]] as const),
	];
	for (const [code, messages] of left)
		if (messages > 0) refuse(tally, code, { messages });
	if (stopped !== null) refuse(tally, "copy refused", { detail: stopped });
}
