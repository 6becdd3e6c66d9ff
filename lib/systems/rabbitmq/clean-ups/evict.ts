// May this consumer's connection be closed, and what else ends with it? What it holds waits again; a program that works connects anew by itself.
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../system.ts";
import { refuse, type Tally } from "../../tally.ts";
import { pathOf } from "../connection/paths.ts";
import { isAnother } from "./again.ts";
import { refusedDoing } from "./answered.ts";
import { type Connected, connectedNow, servedBy } from "./connected-now.ts";
import { counted, drawn } from "./draw.ts";
import { disconnecting } from "./lines.ts";
import type { Place } from "./place.ts";
import type { QueueNow } from "./queue-now.ts";
import type { Further, Seen } from "./seen.ts";

/** A program that works at one message for long says nothing meanwhile. */
const stillMs = 5 * 60_000;

export type Eviction = Extract<Further, { action: "evict" }>;

export async function planEvict(
	place: Place,
	now: QueueNow,
	member: string,
): Promise<Plan> {
	const reader = now.readers.find(({ name }) => name === member);
	const it = reader && (await connectedNow(place, reader.connection));
	const own = now.readers.filter(
		({ connection }) => connection === reader?.connection,
	);
	const others = now.readers.length - own.length;
	const refusal = notEvicted(it ?? null, reader?.tag ?? member);
	const before = { members: exactly(now.readers.length) };
	const after = { members: exactly(others) };
	const said: Pick<Plan, "cleanUp" | "risk"> = {
		cleanUp: { action: "evict", member },
		risk: "repeats messages",
	};
	if (!reader || !it || refusal !== null)
		return drawn(now, {
			...{ ...said, refusal, before, after },
			...{ effects: [], lines: [], further: null },
		});
	const { connection, tag } = reader;
	const messages = others === 0 ? (now.unacked ?? it.held) : it.held;
	const values = { name: tag, connection, messages, others };
	return drawn(now, {
		...{ ...said, refusal, membersRemoved: own.length },
		effects: [{ code: "disconnect", values }],
		warnings: await warningsOf(place, it, own.length - 1, messages),
		before: { ...before, held: counted(now.unacked) },
		after: {
			...after,
			held: others === 0 ? exactly(0) : null,
		},
		lines: [disconnecting(place, connection)],
		further: {
			...{ action: "evict", tag, connection },
			...{ connectedMs: it.connectedMs, acknowledged: it.acknowledged },
		},
	});
}

async function warningsOf(
	place: Place,
	it: Connected,
	members: number,
	messages: number,
): Promise<readonly Warning[]> {
	const { stillSinceMs, connection } = it;
	const isStill = stillSinceMs !== null && Date.now() - stillSinceMs >= stillMs;
	const served = await servedBy(place, connection);
	const own = place.channel;
	const channels = [...served].filter((channel) => channel !== own);
	const [first = ""] = channels;
	const all: (Warning | null)[] = [
		isStill ? null : { code: "members may live", values: { members: 1 } },
		messages > 0
			? { code: "may run twice", values: { messages, members: 1 } }
			: null,
		members + channels.length > 0
			? {
					code: "others cut off",
					values: { members, channels: channels.length, first },
				}
			: null,
		{ code: "comes back by itself", values: {} },
	];
	return all.filter((one) => one !== null);
}

function notEvicted(it: Connected | null, name: string): Refusal | null {
	if (it === null) return { code: "gone", values: {} };
	return it.isAtWork ? { code: "still at work", values: { name } } : null;
}

/** `now` is of the connection, as it is then; null where it is gone. */
export function evictChanges(
	{ channel }: Place,
	{ queue }: Seen,
	further: Eviction,
	now: QueueNow,
	it: Connected | null,
): Refusal | null {
	if (isAnother(queue, now)) return { code: "made again", values: { channel } };
	const { tag, connection } = further;
	const isThere = now.readers.some(
		(reader) => reader.tag === tag && reader.connection === connection,
	);
	if (it === null || !isThere || it.connectedMs !== further.connectedMs)
		return { code: "gone", values: {} };
	return it.acknowledged === further.acknowledged
		? null
		: { code: "still at work", values: { name: tag } };
}

export async function evict(
	place: Place,
	{ readers }: QueueNow,
	{ connection }: Eviction,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "members" });
	if (course.stop.aborted) return refuse(tally, "was stopped");
	const refusal = await refusedDoing(place, {
		...{ method: "DELETE", path: pathOf("connections", connection) },
		headers: { "x-reason": "closed by a clean-up of Tidemark" },
	});
	if (refusal !== null) tally.refusals.push(refusal);
	else
		tally.members = readers.filter((it) => it.connection === connection).length;
}
