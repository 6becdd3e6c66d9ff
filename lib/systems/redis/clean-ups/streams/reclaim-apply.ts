// How is a reclaim done? What members held is settled first, and only then do they go.
import type { Fate, Reclaim } from "#lib/core/clean-up/clean-up.ts";
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import type { GroupNow, Place } from "./group-now.ts";
import { type HeldVerb, settleHeld } from "./held-steps.ts";
import { removeMembers } from "./remove-steps.ts";
import type { Seen } from "./seen.ts";

const verbs: Readonly<Record<Fate, HeldVerb>> = {
	"hand over": "give",
	"re-enqueue": "again",
	"dead-letter": "bury",
	acknowledge: "forget",
};

export async function applyReclaim(
	place: Place,
	now: GroupNow,
	{ fate, idleMinMs, deliveriesMin }: Reclaim,
	seen: Seen,
	course: Course,
	tally: Tally,
): Promise<void> {
	if (!mayBegin(now, fate, seen, tally)) return;
	const holds = seen.members.some(({ to }) => to !== null);
	if (holds) {
		await course.progress({ messages: 0, members: 0, stage: "messages" });
		// Where only claims on what is gone are left, there is no fate to choose.
		const verb = fate === null ? "clear" : verbs[fate];
		const order = { verb, seen, idleMinMs, deliveriesMin };
		if (await settleHeld(place, order, course, tally)) return;
	}
	if (!seen.members.some(({ isRemoved }) => isRemoved)) return;
	const { messages, members } = tally;
	await course.progress({ messages, members, stage: "members" });
	await removeMembers(place, seen, course, tally);
}

function mayBegin(
	now: GroupNow,
	fate: Fate | null,
	seen: Seen,
	tally: Tally,
): boolean {
	const before = tally.refusals.length;
	if (fate === "re-enqueue" && now.groups.length !== seen.groups) {
		const groups = now.groups.length;
		refuse(tally, "others would see copies", { groups });
	}
	const receiver = now.members.find(({ name }) => name === seen.to);
	const isThere =
		receiver?.verdict === "live" || receiver?.verdict === "unknown";
	if (fate === "hand over" && !isThere)
		refuse(tally, "receiver unknown", { name: seen.to });
	return tally.refusals.length === before;
}
