// What is thrown away with what waits, and how? All of it at once: the broker counts nothing of it.
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../system.ts";
import { refuse, type Tally } from "../../tally.ts";
import { pathOf } from "../connection/paths.ts";
import { changedSince, isFarMore } from "./again.ts";
import { refusedDoing } from "./answered.ts";
import { amountOf, counted, drawn } from "./draw.ts";
import { ctl } from "./lines.ts";
import type { Place } from "./place.ts";
import type { QueueNow } from "./queue-now.ts";
import type { SeenQueue } from "./seen.ts";

export function planPurge(place: Place, now: QueueNow): Plan {
	const ready = now.ready ?? 0;
	const messages = amountOf(now, ready);
	const refusal = notPurged(now);
	const warnings = [
		...heldWarning(now),
		{ code: "arrivals go too", values: {} } as const,
	];
	return drawn(now, {
		...{ cleanUp: { action: "purge" }, risk: "loses messages" },
		...{ messages, refusal, warnings },
		typed: place.channel,
		effects:
			ready === 0
				? []
				: [
						{
							code: "purge",
							values: { messages: ready, bound: messages.bound },
						},
					],
		before: { waiting: counted(now.ready), held: counted(now.unacked) },
		after: { waiting: exactly(0), held: counted(now.unacked) },
		lines: ready === 0 ? [] : [ctl(place, "purge_queue", [], place.name)],
		further: refusal === null ? { action: "purge" } : null,
	});
}

/** Why nothing may be taken from it just now; null where something may. */
export function notTaken({ ready, isExclusive }: QueueNow): Refusal | null {
	if (isExclusive) return { code: "still in use", values: { members: null } };
	if (ready === null) return { code: "not counted", values: {} };
	return ready === 0 ? { code: "nothing to do", values: {} } : null;
}

const notPurged = (now: QueueNow): Refusal | null =>
	now.type === "stream" ? { code: "no safe way", values: {} } : notTaken(now);

export const heldWarning = ({ unacked }: QueueNow): readonly Warning[] => [
	...((unacked ?? 0) > 0
		? ([{ code: "held stays", values: { messages: unacked } }] as const)
		: []),
];

export function purgeChanges(
	{ channel }: Place,
	seen: SeenQueue,
	now: QueueNow,
): Refusal | null {
	const changed = changedSince(channel, seen, now) ?? notPurged(now);
	if (changed !== null) return changed;
	return isFarMore(seen.ready, now.ready ?? 0)
		? { code: "changed since", values: {} }
		: null;
}

/** What was counted just before is what went. */
export async function purge(
	place: Place,
	{ ready }: QueueNow,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	if (course.stop.aborted) return refuse(tally, "was stopped");
	const path = `${pathOf("queues", place.virtualHost, place.name)}/contents`;
	const refusal = await refusedDoing(place, { method: "DELETE", path });
	if (refusal === null) tally.messages = ready ?? 0;
	else tally.refusals.push(refusal);
}
