// May a queue be deleted, and what goes with it? Only by the form that the broker itself refuses while something is in it or somebody reads it.
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../system.ts";
import { refuse, type Tally } from "../../tally.ts";
import { listOf, textIn } from "../connection/json.ts";
import { asking, pathOf } from "../connection/paths.ts";
import { changedSince } from "./again.ts";
import { answered, refusedDoing } from "./answered.ts";
import { drawn } from "./draw.ts";
import { ctl } from "./lines.ts";
import type { Place } from "./place.ts";
import type { QueueNow } from "./queue-now.ts";
import type { Seen } from "./seen.ts";

/** Each queue is bound to the usual exchange by its own name, which nobody decided; null where it is gone. */
export async function bindingsOf(place: Place): Promise<number | null> {
	const { virtualHost, name } = place;
	const path = `${pathOf("queues", virtualHost, name)}/bindings`;
	const body = await answered(place, asking(path, { columns: "source" }));
	return body === null
		? null
		: listOf(body).filter((it) => textIn(it, "source") !== "").length;
}

export async function planDelete(place: Place, now: QueueNow): Promise<Plan> {
	const { name, channel } = place;
	const bindings = (await bindingsOf(place)) ?? 0;
	const refusal = notDeleted(now);
	const isSafe = now.type === "classic";
	const options = isSafe ? ["--if-empty", "--if-unused"] : [];
	const mayBeRun = refusal === null || refusal.code === "no safe way";
	return drawn(now, {
		...{ cleanUp: { action: "delete" }, risk: "none", refusal },
		typed: channel,
		effects:
			refusal === null
				? [{ code: "delete", values: { channel, bindings } }]
				: [],
		warnings:
			bindings === 0 ? [] : [{ code: "bindings go too", values: { bindings } }],
		before: { bindings: exactly(bindings) },
		after: { bindings: exactly(0) },
		lines: mayBeRun ? [ctl(place, "delete_queue", options, name)] : [],
		further: refusal === null ? { action: "delete", bindings } : null,
	});
}

/** A quorum queue knows no such form, and a stream deletes itself whatever is in it (3.10 and 4.x). */
function notDeleted(now: QueueNow): Refusal | null {
	const { type, ready, unacked, consumers, isExclusive } = now;
	if ((consumers ?? 0) > 0 || isExclusive)
		return {
			code: "still in use",
			values: { members: consumers || null },
		};
	if (ready === null || unacked === null)
		return { code: "not counted", values: {} };
	if (ready + unacked > 0)
		return { code: "not empty", values: { messages: ready + unacked } };
	return type === "classic" ? null : { code: "no safe way", values: {} };
}

export function deleteChanges(
	{ channel }: Place,
	seen: Seen["queue"],
	now: QueueNow,
): Refusal | null {
	return notDeleted(now) ?? changedSince(channel, seen, now);
}

export async function deleteQueue(
	place: Place,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "members" });
	if (course.stop.aborted) return refuse(tally, "was stopped");
	const path = asking(pathOf("queues", place.virtualHost, place.name), {
		...{ "if-empty": "true", "if-unused": "true" },
	});
	const refusal = await refusedDoing(place, { method: "DELETE", path });
	if (refusal !== null) tally.refusals.push(refusal);
}
