// How is what a member holds settled? Step by step, and nothing goes on before it is written down.
import type { Before } from "#lib/core/clean-up/outcome.ts";
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { sentName } from "../../connection/name.ts";
import { newPace } from "../pace.ts";
import type { Place } from "./group-now.ts";
import { type HeldReply, heldReplyOf } from "./replies.ts";
import { run } from "./scripts.ts";
import type { Seen, SeenMember } from "./seen.ts";
import { refusedFor } from "./step-refused.ts";

export type HeldVerb = "give" | "again" | "bury" | "forget" | "clear";

export type HeldOrder = {
	readonly verb: HeldVerb;
	readonly seen: Seen;
	readonly idleMinMs: number;
	readonly deliveriesMin: number;
	/** These alone, also where they were touched since the look; without it, whatever was not. */
	readonly only?: readonly string[];
};

type Asked = Pick<Place, "client" | "key" | "groupKey">;

/** True where nothing more is to be begun. */
export async function settleHeld(
	place: Asked,
	order: HeldOrder,
	course: Course,
	tally: Tally,
): Promise<boolean> {
	const pace = newPace();
	for (const member of order.seen.members) {
		if (member.to === null) continue;
		let from: string | null = "-";
		while (from !== null) {
			if (course.stop.aborted) {
				refuse(tally, "was stopped");
				return true;
			}
			const reply = await step(place, order, member, from, pace.atOnce());
			if (reply.kind === "refused") {
				tally.refusals.push(refusedFor(reply.why, reply.detail));
				return true;
			}
			await course.keep(reply.rows.map((row) => beforeOf(row, member)));
			note(reply, order, tally);
			const { messages, members } = tally;
			await course.progress({ messages, members, stage: "messages" });
			if (reply.stopped !== null) return true;
			await pace.step(reply.rows.length, reply.bytes);
			from = reply.cursor;
		}
	}
	return false;
}

type Done = Extract<HeldReply, { kind: "done" }>;

const beforeOf = (
	{ id, deliveredMs, deliveries, copy }: Done["rows"][number],
	{ name }: SeenMember,
): Before => ({ id, owner: name, deliveredMs, deliveries, copy });

async function step(
	{ client, key, groupKey }: Asked,
	{ verb, seen, idleMinMs, deliveriesMin, only = [] }: HeldOrder,
	{ name, to }: SeenMember,
	from: string,
	count: number,
): Promise<HeldReply> {
	const receiver = verb === "give" ? sentName(seen.to ?? "") : "";
	const copies = verb === "bury" ? sentName(seen.to ?? "") : key;
	const reply = await run(
		client,
		"held",
		[key, copies],
		[
			...[verb, groupKey, sentName(name), idleMinMs, deliveriesMin],
			...[seen.atMs, from, to ?? "+", count, receiver, seen.groups],
			...[seen.clears ? "clear" : "", ...only],
		],
	);
	return heldReplyOf(reply);
}

function note(reply: Done, { verb }: HeldOrder, tally: Tally): void {
	const { rows, young, missing, large, cleared, stopped } = reply;
	tally.messages += verb === "clear" ? cleared : rows.length;
	const left = [
		...([["moved since", young]] as const),
		...([["message gone", missing]] as const),
		...([["too large", large]] as const),
	];
	for (const [code, messages] of left)
		if (messages > 0) refuse(tally, code, { messages });
	if (stopped !== null) refuse(tally, "copy refused", { detail: stopped });
}
