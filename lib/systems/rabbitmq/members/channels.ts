// What does a consumer hold, and since when does nothing come from it? As the page of its channel tells.
import type { Client } from "../connection/client.ts";
import { countIn, textIn } from "../connection/json.ts";
import { asking, isAddressable, pathOf } from "../connection/paths.ts";

export type ChannelReply = {
	/** Of all its consumers together. */
	readonly holding: number | null;
	readonly consumers: number | null;
	/** Null while it works. */
	readonly idleSinceMs: number | null;
};

const nothingTold: ChannelReply = {
	...{ holding: null, consumers: null, idleSinceMs: null },
};
const columns = "messages_unacknowledged,consumer_count,idle_since";

/** By their names; one that went meanwhile has nothing to tell. */
export async function channelsOf(
	client: Client,
	names: readonly string[],
	untilMs: number,
): Promise<ReadonlyMap<string, ChannelReply>> {
	const told = [...new Set(names)].map(async (name) => {
		if (!isAddressable(name)) return [name, nothingTold] as const;
		const path = asking(pathOf("channels", name), { columns });
		const answer = await client.ask({ method: "GET", path }, untilMs);
		const isTold = answer.code === 200;
		return [name, isTold ? channelIn(answer.body) : nothingTold] as const;
	});
	return new Map(await Promise.all(told));
}

function channelIn(body: unknown): ChannelReply {
	const since = Date.parse(textIn(body, "idle_since") ?? "");
	return {
		holding: countIn(body, "messages_unacknowledged"),
		consumers: countIn(body, "consumer_count"),
		idleSinceMs: Number.isNaN(since) ? null : since,
	};
}
