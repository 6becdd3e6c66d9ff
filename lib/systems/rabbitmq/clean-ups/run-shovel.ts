// How do messages go by a shovel? It is set, watched until it removed itself, and removed where somebody says stop or nothing moves any more.
import { setTimeout as rest } from "node:timers/promises";
import { StepFailed } from "../../run-plan.ts";
import type { Course } from "../../system.ts";
import { refuse, type Tally } from "../../tally.ts";
import { TroubleError } from "../../trouble-error.ts";
import { refusedDoing } from "./answered.ts";
import type { Moving, Target } from "./move.ts";
import type { Place } from "./place.ts";
import { type QueueNow, queueNow } from "./queue-now.ts";
import { shovelOf } from "./shovel.ts";
import { isThere, pathOfShovel } from "./shovels-now.ts";

const lookEveryMs = 250;
/** Longer than a server takes to count anew. */
const settleMs = 7_000;
const stuckMs = 15_000;
const unheardMs = 30_000;

export type Sides = {
	readonly source: QueueNow;
	readonly target: QueueNow;
};

/** How many went: what was finished at the one is what the other confirmed. Who else finishes there is told apart by the other. */
export function movedBetween(before: Sides, now: Sides, most: number): number {
	const left = before.source.counts?.acked ?? 0;
	const acked =
		now.source.counts === null ? null : now.source.counts.acked - left;
	const fell =
		depthOf(before.source) === null || depthOf(now.source) === null
			? 0
			: (depthOf(before.source) ?? 0) - (depthOf(now.source) ?? 0);
	const gone = acked ?? fell;
	const isShared = (before.source.consumers ?? 0) > 0;
	const came =
		(now.target.counts?.published ?? 0) -
		(before.target.counts?.published ?? 0);
	const moved =
		isShared && now.target.counts !== null ? Math.min(gone, came) : gone;
	return Math.max(0, Math.min(most, moved));
}

const depthOf = ({ ready, unacked }: QueueNow): number | null =>
	ready === null || unacked === null ? null : ready + unacked;

export async function runShovel(
	place: Place,
	source: QueueNow,
	target: Target,
	{ count, shovel }: Moving,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	if (course.stop.aborted) return refuse(tally, "was stopped");
	const most = Math.min(count, source.ready ?? 0);
	const before = { source, target: target.now };
	const look = async () => {
		const now = {
			source: await queueNow(place),
			target: await queueNow(target.place),
		};
		tally.messages = movedBetween(before, now, most);
		return now;
	};
	const tell = () =>
		course.progress({
			messages: tally.messages,
			members: 0,
			stage: "messages",
		});
	const path = pathOfShovel(place, shovel);
	const refusal = await refusedDoing(place, {
		...{ method: "PUT", path },
		body: { value: shovelOf(place, target.place, most) },
	});
	if (refusal !== null) {
		tally.refusals.push(refusal);
		return;
	}
	const ended = await watched(place, shovel, course.stop, async () => {
		const { source: now } = await look();
		await tell();
		return { moved: tally.messages, left: now.ready };
	});
	if (ended !== "by itself")
		await refusedDoing(place, { method: "DELETE", path });
	await settled(look, tell, () => tally.messages >= most);
	if (tally.messages >= most) return tellTaken(tally, count - most);
	if (ended === "stopped") return refuse(tally, "was stopped");
	if (ended === "nothing left") return tellTaken(tally, count - tally.messages);
	refuse(tally, "copy refused", { detail: "" });
}

/** Who is not heard at the end has perhaps counted more than was heard before. */
async function settled(
	look: () => Promise<unknown>,
	tell: () => Promise<void>,
	isAll: () => boolean,
): Promise<void> {
	const endMs = performance.now() + settleMs;
	for (;;) {
		const failed = await look().then(() => null, troubleIn);
		if (failed === null) await tell();
		if (isAll()) return;
		if (performance.now() > endMs) {
			if (failed !== null) throw new StepFailed(failed, false);
			return;
		}
		await rest(lookEveryMs);
	}
}

/** Throws what is no trouble of the server. */
function troubleIn(error: unknown): TroubleError {
	if (error instanceof TroubleError) return error;
	throw error;
}

function tellTaken(tally: Tally, messages: number): void {
	if (messages > 0) refuse(tally, "taken since", { messages });
}

type Ended = "by itself" | "stopped" | "nothing left" | "stuck";

/** While it is not heard of it may go on: only after a while nobody knows what came of it. */
async function watched(
	place: Place,
	shovel: string,
	stop: AbortSignal,
	look: () => Promise<{ readonly moved: number; readonly left: number | null }>,
): Promise<Ended> {
	let [moved, movedMs] = [-1, performance.now()];
	let heardMs = performance.now();
	for (;;) {
		try {
			if (!(await isThere(place, shovel))) return "by itself";
			const now = await look();
			heardMs = performance.now();
			if (now.moved > moved) [moved, movedMs] = [now.moved, heardMs];
			else if (heardMs - movedMs > stuckMs)
				return now.left === 0 ? "nothing left" : "stuck";
		} catch (error) {
			const failed = troubleIn(error);
			if (performance.now() - heardMs > unheardMs)
				throw new StepFailed(failed, false);
		}
		if (stop.aborted) return "stopped";
		await rest(lookEveryMs);
	}
}
