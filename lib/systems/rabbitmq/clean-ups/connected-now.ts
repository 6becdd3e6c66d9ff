// What does a connection do just now, and what does it serve? Whoever finishes messages is at work.
import { channelOf } from "../connection/channel.ts";
import { countIn, fieldIn, listOf, textIn } from "../connection/json.ts";
import { asking, pathOf } from "../connection/paths.ts";
import { answered } from "./answered.ts";
import type { Place } from "./place.ts";

export type Connected = {
	readonly connection: string;
	readonly connectedMs: number;
	readonly held: number;
	readonly acknowledged: number;
	/** Finishes messages as it is looked at. */
	readonly isAtWork: boolean;
	/** Null where nobody says so. */
	readonly stillSinceMs: number | null;
};

/** Null where it is gone. */
export async function connectedNow(
	place: Place,
	connection: string,
): Promise<Connected | null> {
	const path = pathOf("connections", connection);
	const body = await answered(place, asking(path, { columns: "connected_at" }));
	const connectedMs = countIn(body, "connected_at");
	if (connectedMs === null) return null;
	const told = await answered(place, `${path}/channels`);
	const channels = listOf(told);
	const stats = channels.map((it) => fieldIn(it, "message_stats"));
	const sinceMs = channels.map((it) => msIn(it, "idle_since"));
	return {
		...{ connection, connectedMs },
		held: sum(channels.map((it) => countIn(it, "messages_unacknowledged"))),
		acknowledged: sum(stats.map((it) => countIn(it, "ack"))),
		isAtWork: stats.some((it) => isMoving(fieldIn(it, "ack_details"))),
		stillSinceMs: sinceMs.includes(null)
			? null
			: Math.max(...sinceMs.map((ms) => ms ?? 0)),
	};
}

const sum = (all: readonly (number | null)[]): number =>
	all.reduce<number>((a, b) => a + (b ?? 0), 0);

const isMoving = (rate: unknown): boolean => {
	const value = fieldIn(rate, "rate");
	return typeof value === "number" && value > 0;
};

/** Older servers leave out the zone and its "T". */
function msIn(it: unknown, field: string): number | null {
	const text = textIn(it, field);
	if (text === null) return null;
	const ms = Date.parse(/[Zz]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
	return Number.isNaN(ms) ? null : ms;
}

/** Which queues it reads, by what they are called on the board. */
export async function servedBy(
	place: Place,
	connection: string,
): Promise<ReadonlySet<string>> {
	const { virtualHost } = place;
	const columns = "queue.name,channel_details.connection_name";
	const path = asking(pathOf("consumers", virtualHost), { columns });
	return new Set(
		listOf(await answered(place, path)).flatMap((it) => {
			const from = textIn(fieldIn(it, "channel_details"), "connection_name");
			const name = textIn(fieldIn(it, "queue"), "name");
			return from !== connection || name === null
				? []
				: [channelOf({ virtualHost, name })];
		}),
	);
}
