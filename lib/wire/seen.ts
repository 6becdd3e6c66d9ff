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

/** What an answer without a body says of the time: the server's clock, and when each broker was heard. */
export function agesIn(headers: Headers) {
	const serverMs = Date.parse(headers.get("tidemark-at") ?? "");
	if (Number.isNaN(serverMs)) return null;
	const since = (age: string | undefined): number | null => {
		const ms = age === undefined || age === "-" ? Number.NaN : Number(age);
		return Number.isNaN(ms) ? null : serverMs - ms;
	};
	const ages = (headers.get("tidemark-heard") ?? "").split(",");
	return {
		serverMs,
		heardMs: ages.map((age) => since(age.trim())),
		collectorMs: since(headers.get("tidemark-collector") ?? undefined),
	};
}

/** Nothing changed but the time: rows stay the same objects, ages become those of the new answer. */
export function renewed(
	before: Seen,
	headers: Headers,
	answeredMs: number,
): Seen {
	const ages = agesIn(headers);
	if (ages === null) return before;
	const { serverMs, heardMs, collectorMs } = ages;
	return {
		...{ reply: before.reply, serverMs, answeredMs, collectorMs },
		heardMs: before.reply.brokers.map((_, index) => heardMs[index] ?? null),
	};
}

/** What the server's clock shows when the browser's monotonic clock shows this. */
export const serverNow = (
	it: Pick<Seen, "serverMs" | "answeredMs">,
	monotonicMs: number,
): number => it.serverMs + Math.max(0, monotonicMs - it.answeredMs);
