// Does what is held stand still because whoever holds it does nothing? Long work of one who may take more is no standstill.
import { patienceOf } from "../../stillness.ts";
import type { Client } from "../connection/client.ts";
import { isAllFull } from "../members/room.ts";
import type { Memory } from "./memory.ts";
import type { QueueReply } from "./replies.ts";

/** What was told of a queue's readers while that many of them held the same as now. */
export type Told = {
	readonly mark: string;
	readonly consumers: number;
	readonly areFull: boolean;
};

const askedAtOnce = 20;

/** How long; null where it does not, not for too long yet, or where nobody knows. What waits would be handed to whoever may take more. */
export function stillForMs(
	reply: QueueReply,
	{ held, readers }: Memory,
	configuredMs: number | null,
	atMs: number,
): number | null {
	const forMs = atMs - held.sinceMs;
	if (held.mark === null || forMs < patienceOf(held, configuredMs)) return null;
	const areFull =
		reply.ready || (isOf(readers, reply, held.mark) && readers.areFull);
	return areFull ? forMs : null;
}

/** Asks about those that only their readers' bounds can tell of; what is told then counts with the next tick. */
export async function askReaders(
	client: Client,
	all: readonly (readonly [QueueReply, Memory, configuredMs: number | null])[],
	untilMs: number,
): Promise<void> {
	const nowMs = Date.now();
	const asked = all.filter(([reply, { held, readers }, configuredMs]) => {
		if (held.mark === null || reply.ready !== 0 || !reply.consumers)
			return false;
		const isLong = nowMs - held.sinceMs >= patienceOf(held, configuredMs);
		return isLong && !isOf(readers, reply, held.mark);
	});
	await Promise.all(
		asked.slice(0, askedAtOnce).map(async ([reply, memory]) => {
			const { named, unacked, consumers } = reply;
			const areFull = await isAllFull(client, named, unacked ?? 0, untilMs);
			const { mark } = memory.held;
			if (areFull === null || mark === null) return;
			memory.readers = { mark, consumers: consumers ?? 0, areFull };
		}),
	);
}

const isOf = (
	told: Told | null,
	{ consumers }: QueueReply,
	mark: string,
): told is Told => told?.mark === mark && told.consumers === consumers;
