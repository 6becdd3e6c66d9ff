// Have all who read a queue as much in hand as they may? Asked of few, and only where nothing moves and nothing waits.
import { TroubleError } from "../../trouble-error.ts";
import type { Named } from "../connection/channel.ts";
import type { Client } from "../connection/client.ts";
import { asking, isAddressable, pathOf } from "../connection/paths.ts";
import { consumersIn } from "./consumers.ts";

/** Null where nobody tells. */
export async function isAllFull(
	client: Client,
	{ virtualHost, name }: Named,
	unacked: number,
	untilMs: number,
): Promise<boolean | null> {
	if (!isAddressable(virtualHost, name)) return null;
	const columns = "consumer_details";
	const path = asking(pathOf("queues", virtualHost, name), { columns });
	try {
		const answer = await client.ask({ method: "GET", path }, untilMs);
		return answer.code === 200 ? areFull(answer.body, unacked) : null;
	} catch (error) {
		if (error instanceof TroubleError) return null;
		throw error;
	}
}

/** Who may hold any number has always room, and who waits for another one to go takes nothing. */
export function areFull(page: unknown, unacked: number): boolean {
	const readers = consumersIn(page).filter(({ isActive }) => isActive);
	const most = readers.reduce(
		(sum, { prefetch }) => sum + (prefetch ?? Number.POSITIVE_INFINITY),
		0,
	);
	return readers.length > 0 && unacked >= most;
}
