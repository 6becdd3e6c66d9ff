// What goes from a queue to another, and may it? As many as were counted, by the broker's own shovel, which ends by itself.
import { randomUUID } from "node:crypto";
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import { Problem } from "#lib/core/problem.ts";
import { changedSince, isFarLess, seenOf } from "./again.ts";
import { amountOf, counted, drawn } from "./draw.ts";
import { ctl, type Line } from "./lines.ts";
import { type Place, placeOfOther } from "./place.ts";
import { heldWarning, notTaken } from "./purge.ts";
import { type QueueNow, queueNow } from "./queue-now.ts";
import type { Further, SeenQueue } from "./seen.ts";
import { shovelOf } from "./shovel.ts";
import { mayShovel, ours, underWay } from "./shovels-now.ts";

export type Moving = Extract<Further, { action: "move" }>;

/** How often a server counts, unless it was told otherwise. */
const countedEveryMs = 5_000;

export type Target = { readonly place: Place; readonly now: QueueNow };

/** Null where there is no such queue. */
export async function targetOf(
	place: Place,
	channel: string,
): Promise<Target | null> {
	const other = placeOfOther(place, channel);
	if (other === null) return null;
	try {
		return { place: other, now: await queueNow(other) };
	} catch (error) {
		if (error instanceof Problem && error.code === "not found") return null;
		throw error;
	}
}

export async function planMove(
	place: Place,
	now: QueueNow,
	to: string | null,
): Promise<Plan> {
	const target = to === null ? null : await targetOf(place, to);
	const count = now.ready ?? 0;
	const messages = amountOf(now, count);
	const shovel = `${ours}${randomUUID()}`;
	const hindered =
		(await underWay(place)) ??
		notMoved(place, now, to, target) ??
		(await mayShovel(place));
	const values = { messages: count, bound: messages.bound, to };
	const there = target?.now.ready ?? null;
	const isRead = (target?.now.consumers ?? 0) > 0;
	return drawn(now, {
		...{ cleanUp: { action: "move", to }, risk: "moves messages" },
		...{ messages, refusal: hindered },
		effects: hindered === null ? [{ code: "move", values }] : [],
		warnings: target === null ? [] : warningsOf(now, target),
		before: { waiting: counted(now.ready), "waiting there": counted(there) },
		after: {
			waiting: exactly(0),
			"waiting there": there === null || isRead ? null : exactly(there + count),
		},
		lines: linesOf(place, target, count, shovel, hindered),
		further:
			target === null || to === null || hindered !== null
				? null
				: { action: "move", to, target: seenOf(target.now), count, shovel },
	});
}

/** What has to be enabled first stands before what then moves them. */
function linesOf(
	place: Place,
	target: Target | null,
	count: number,
	shovel: string,
	hindered: Refusal | null,
): readonly Line[] {
	if (hindered?.code === "moving already")
		return [clearing(place, String(hindered.values.name))];
	if (hindered !== null && hindered.code !== "not enabled") return [];
	const enable = [
		...["rabbitmq-plugins", "enable"],
		...["rabbitmq_shovel", "rabbitmq_shovel_management"],
	];
	const first = hindered === null ? [] : [enable];
	if (target === null || count === 0) return first;
	const value = JSON.stringify(shovelOf(place, target.place, count));
	return [...first, ctl(place, "set_parameter", [], "shovel", shovel, value)];
}

const clearing = (place: Place, shovel: string): Line =>
	ctl(place, "clear_parameter", [], "shovel", shovel);

function notMoved(
	{ channel }: Place,
	now: QueueNow,
	to: string | null,
	target: Target | null,
): Refusal | null {
	const nothing = notTaken(now);
	if (nothing !== null) return nothing;
	if (to === null) return { code: "nowhere named", values: {} };
	if (to === channel) return { code: "same channel", values: {} };
	if (target === null)
		return { code: "no such channel", values: { channel: to } };
	return noRoom(to, target.now, now.ready ?? 0, now.readyBytes);
}

function noRoom(
	channel: string,
	{ limits, ready, readyBytes, isExclusive }: QueueNow,
	count: number,
	bytes: number | null,
): Refusal | null {
	if (isExclusive) return { code: "still in use", values: { members: null } };
	if (limits.length !== null && (ready ?? 0) + count > limits.length)
		return { code: "no room", values: { channel, messages: limits.length } };
	const isTooLarge =
		limits.bytes !== null && (readyBytes ?? 0) + (bytes ?? 0) > limits.bytes;
	return isTooLarge
		? { code: "no room", values: { channel, messages: null } }
		: null;
}

function warningsOf(now: QueueNow, target: Target): readonly Warning[] {
	const members = now.consumers ?? 0;
	const { ageMs } = target.now.limits;
	const all: (Warning | null)[] = [
		members > 0 ? { code: "members take too", values: { members } } : null,
		ageMs === null
			? null
			: {
					code: "removed there",
					values: { channel: target.place.channel, ms: ageMs },
				},
		now.isIdle
			? null
			: { code: "counted before", values: { ms: countedEveryMs } },
	];
	return [...heldWarning(now), ...all.filter((it) => it !== null)];
}

/** Whether as many as were promised can still go, to the same queue as then. */
export function moveChanges(
	{ channel }: Place,
	seen: SeenQueue,
	{ to, target: seenTarget, count }: Moving,
	now: QueueNow,
	target: Target | null,
): Refusal | null {
	if (target === null)
		return { code: "no such channel", values: { channel: to } };
	const changed =
		changedSince(channel, seen, now) ??
		changedSince(to, seenTarget, target.now) ??
		notTaken(now);
	if (changed !== null) return changed;
	return isFarLess(seen.ready, now.ready ?? 0)
		? { code: "changed since", values: {} }
		: noRoom(to, target.now, count, now.readyBytes);
}
