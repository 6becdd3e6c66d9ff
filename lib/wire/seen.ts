// How old is what the last answer said? Ages by the server's clock and the monotonic time since, never by the browser's clock.
import type { BoardReply } from "./board.ts";

export type Seen = {
	readonly reply: BoardReply;
	/** The server's clock at its last answer, and when that came by the browser's monotonic clock. */
	readonly serverMs: number;
	readonly answeredMs: number;
	/** When each broker was heard, in the order of `reply.brokers`; null when never. */
	readonly heardMs: readonly (number | null)[];
	readonly collectorMs: number | null;
};

const msOf = (iso: string | null): number | null =>
	iso === null ? null : Date.parse(iso);

export function seen(reply: BoardReply, answeredMs: number): Seen {
	return {
		reply,
		serverMs: Date.parse(reply.at),
		answeredMs,
		heardMs: reply.brokers.map((broker) => msOf(broker.heard)),
		collectorMs: msOf(reply.collector.at),
	};
}

/** Nothing changed but the time: rows stay the same objects, ages become those of the new answer. */
export function renewed(
	before: Seen,
	headers: Headers,
	answeredMs: number,
): Seen {
	const serverMs = Date.parse(headers.get("tidemark-at") ?? "");
	if (Number.isNaN(serverMs)) return before;
	const since = (age: string | undefined): number | null => {
		const ms = age === undefined || age === "-" ? Number.NaN : Number(age);
		return Number.isNaN(ms) ? null : serverMs - ms;
	};
	const ages = (headers.get("tidemark-heard") ?? "").split(",");
	return {
		reply: before.reply,
		serverMs,
		answeredMs,
		heardMs: before.reply.brokers.map((_, index) => since(ages[index]?.trim())),
		collectorMs: since(headers.get("tidemark-collector") ?? undefined),
	};
}

/** What the server's clock shows when the browser's monotonic clock shows this. */
export const serverNow = (
	it: Pick<Seen, "serverMs" | "answeredMs">,
	monotonicMs: number,
): number => it.serverMs + Math.max(0, monotonicMs - it.answeredMs);
