// Where is a clean-up done? One queue, over the connections of reading, until a time.
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import { type Named, namedBy } from "../connection/channel.ts";
import type { Client } from "../connection/client.ts";

export type Place = Named & {
	readonly client: Client;
	readonly channel: string;
	/** Of the management, for somebody to paste: without credentials. */
	readonly url: string;
	/** On the clock of `performance.now()`. */
	readonly untilMs: () => number;
};

type Over = Pick<Place, "client" | "url" | "untilMs">;

export function placeOf(over: Over, { channel }: Subscription): Place {
	const named = namedBy(channel);
	if (named === null) throw new Problem("not found", "subscription gone");
	return { ...over, ...named, channel };
}

/** Another queue of the same broker; null where no queue is called so. */
export function placeOfOther(place: Place, channel: string): Place | null {
	const named = namedBy(channel);
	return named && { ...place, ...named, channel };
}
