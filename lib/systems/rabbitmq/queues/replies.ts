// What does the management tell of one queue? Whatever it leaves out is not known.
import type { Named } from "../connection/channel.ts";
import { countIn, fieldIn, textIn } from "../connection/json.ts";
import { type Limits, limitsIn } from "./limits.ts";

export type QueueReply = {
	readonly named: Named;
	/** `classic`, `quorum`, `stream`, or what a later server may have. */
	readonly type: string;
	readonly state: string | null;
	readonly ready: number | null;
	readonly readyBytes: number | null;
	readonly unacked: number | null;
	readonly consumers: number | null;
	/** What its publisher says of the oldest message that waits. */
	readonly headMs: number | null;
	/** Null where nothing was counted since the server began to. */
	readonly counts: QueueCounts | null;
	readonly limits: Limits;
};

/** Since the server began to count; each only grows until it begins anew. */
export type QueueCounts = {
	readonly published: number;
	/** With an answer wanted or not, and each time again. */
	readonly delivered: number;
	readonly redelivered: number;
	readonly acked: number;
	/** Handed out and forgotten, as whoever reads asked. */
	readonly unanswered: number;
};

/** Asked for by these names alone: all others together take ten times as long. */
export const columns = [
	...["name", "vhost", "type", "state", "arguments"],
	...["effective_policy_definition", "consumers", "head_message_timestamp"],
	...["messages_ready", "message_bytes_ready", "messages_unacknowledged"],
	...["publish", "deliver_get", "redeliver", "ack"].map(ofCounts),
	...["deliver_no_ack", "get_no_ack"].map(ofCounts),
].join(",");

function ofCounts(name: string): string {
	return `message_stats.${name}`;
}

/** Null for what is no queue. */
export function queueIn(it: unknown): QueueReply | null {
	const [name, virtualHost] = [textIn(it, "name"), textIn(it, "vhost")];
	if (name === null || virtualHost === null) return null;
	const head = countIn(it, "head_message_timestamp");
	return {
		named: { virtualHost, name },
		type: textIn(it, "type") ?? "classic",
		state: textIn(it, "state"),
		ready: countIn(it, "messages_ready"),
		readyBytes: countIn(it, "message_bytes_ready"),
		unacked: countIn(it, "messages_unacknowledged"),
		consumers: countIn(it, "consumers"),
		headMs: head === null ? null : head * 1000,
		counts: countsIn(fieldIn(it, "message_stats")),
		limits: limitsIn(
			fieldIn(it, "arguments"),
			fieldIn(it, "effective_policy_definition"),
		),
	};
}

/** Once anything is counted, what is not named has not happened. */
function countsIn(stats: unknown): QueueCounts | null {
	if (typeof stats !== "object" || stats === null) return null;
	const of = (name: string) => countIn(stats, name) ?? 0;
	return {
		published: of("publish"),
		delivered: of("deliver_get"),
		redelivered: of("redeliver"),
		acked: of("ack"),
		unanswered: of("deliver_no_ack") + of("get_no_ack"),
	};
}
