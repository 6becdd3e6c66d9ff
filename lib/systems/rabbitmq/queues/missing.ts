// Are queues gone that no page named, or did they only slip from one page to the next? Asked by their names, a few at a time.
import { TroubleError } from "../../trouble-error.ts";
import { namedBy } from "../connection/channel.ts";
import type { Client } from "../connection/client.ts";
import { asking, isAddressable, pathOf } from "../connection/paths.ts";
import { columns, type QueueReply, queueIn } from "./replies.ts";

export type Missing = {
	/** Those that are there. */
	readonly found: readonly QueueReply[];
	/** Whether all others are gone. */
	readonly areAllKnown: boolean;
};

const askedMax = 50;
const nobodyKnows: Missing = { found: [], areAllKnown: false };

export async function missingOf(
	client: Client,
	channels: readonly string[],
	untilMs: number,
): Promise<Missing> {
	if (channels.length > askedMax) return nobodyKnows;
	try {
		const told = await Promise.all(
			channels.map((it) => askedFor(client, it, untilMs)),
		);
		return {
			found: told.filter((it) => it !== null && it !== "unknown"),
			areAllKnown: !told.includes("unknown"),
		};
	} catch (error) {
		if (error instanceof TroubleError) return nobodyKnows;
		throw error;
	}
}

/** Null where it is gone. */
async function askedFor(
	client: Client,
	channel: string,
	untilMs: number,
): Promise<QueueReply | null | "unknown"> {
	const named = namedBy(channel);
	if (named === null || !isAddressable(named.virtualHost, named.name))
		return "unknown";
	const path = pathOf("queues", named.virtualHost, named.name);
	const asked = asking(path, { columns });
	const { code, body } = await client.ask(
		{ method: "GET", path: asked },
		untilMs,
	);
	if (code === 404) return null;
	return (code === 200 ? queueIn(body) : null) ?? "unknown";
}
