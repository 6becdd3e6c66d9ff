// How is a lag made knowable again? What was not read is counted here, and the server is told; nothing is delivered or moved.

import { setTimeout as rest } from "node:timers/promises";
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { ask } from "../../connection/ask.ts";
import { compareIds } from "../../streams/entry-id.ts";
import { listOf, textOf } from "../../streams/replies.ts";
import { waitingOf } from "./counts.ts";
import type { GroupNow, Place } from "./group-now.ts";
import { plainPlan } from "./plain-plan.ts";
import { mayNot } from "./rights.ts";
import { run } from "./scripts.ts";
import type { Further } from "./seen.ts";

/** Each comes with what it says. */
const atOnce = 200;
/** A plan has to be drawn well within its deadline. */
const countForMs = 1_200;

export async function planCount(place: Place, now: GroupNow): Promise<Plan> {
	const { stream, group } = now;
	const { channel } = place.subscription;
	const waiting = waitingOf(now);
	const isKnown = waiting?.bound === "exact" && group.lag !== null;
	const refusal = isKnown ? nothing : await whyNot(place, now);
	const unread = refusal === null ? await unreadOf(place, now) : 0;
	const added = stream.added ?? 0;
	const seen = { position: group.position, added, length: stream.length };
	const read = Math.max(0, added - (unread ?? 0));
	return plainPlan(place, now, {
		cleanUp: { action: "count" },
		...{ risk: "none", undo: "not needed" },
		shown: ["waiting"],
		further: { action: "count", ...seen, unread: unread ?? 0 },
		effects: [{ code: "count", values: { unread: unread ?? 0 } }],
		after: unread === null ? {} : { waiting: exactly(unread) },
		commands: [
			[
				...["XGROUP", "SETID", channel, group.name, group.position],
				...["ENTRIESREAD", read],
			],
		],
		refusal:
			unread === null
				? { code: "too large", values: { messages: stream.length } }
				: refusal,
	});
}

const nothing: Refusal = { code: "nothing to do", values: {} };

/** A message deleted ahead of the group keeps its lag unknown, whatever the server is told. */
async function whyNot(
	place: Place,
	{ stream, group }: GroupNow,
): Promise<Refusal | null> {
	const { added, lastDeleted } = stream;
	if (added === null) return { code: "too old", values: {} };
	if (lastDeleted !== null && compareIds(lastDeleted, group.position) > 0)
		return nothing;
	return mayNot(place, ["set position"]);
}

/** Null where there are more than can be counted in time. */
async function unreadOf(
	{ client, secret, key }: Place,
	{ group, stream }: GroupNow,
): Promise<number | null> {
	const untilMs = performance.now() + countForMs;
	let from = group.position;
	let unread = 0;
	while (performance.now() < untilMs) {
		const [answer] = await ask(client, secret, [
			["xrange", key, `(${from}`, stream.lastMade, "COUNT", atOnce],
		]);
		if (answer?.error) throw answer.error;
		const entries = listOf(answer?.reply);
		unread += entries.length;
		from = textOf(listOf(entries.at(-1))[0]);
		if (entries.length < atOnce) return unread;
		await rest(2);
	}
	return null;
}

export async function applyCount(
	{ client, key, groupKey }: Place,
	seen: Extract<Further, { action: "count" }>,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	const { position, added, length, unread } = seen;
	const args = [groupKey, position, added, length, unread];
	const reply = listOf(await run(client, "count", [key], args)).map(textOf);
	if (reply[0] !== "refused") return;
	const isOld = reply[1] === "old";
	refuse(
		tally,
		reply[1] === "gone" ? "gone" : isOld ? "too old" : "changed since",
	);
}
