// Which messages of a clean-up are still as it left them? The first of them are asked for one by one.
import type { HeldBefore } from "#lib/core/clean-up/outcome.ts";
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import { ask, type Command } from "../../connection/ask.ts";
import { sentName } from "../../connection/name.ts";
import { heldRowsOf } from "../../looks/replies.ts";
import { compareIds } from "../../streams/entry-id.ts";
import { listOf } from "../../streams/replies.ts";
import type { GroupNow, Place } from "./group-now.ts";

export const rowsMax = 2_000;
const rowsAtOnce = 50;

export type Sought = {
	/** Whom they were handed to; null where they were not. */
	readonly receiver: string | null;
	/** Where copies went; null where none were made. */
	readonly copies: string | null;
};

export type Left = {
	readonly code: Extract<
		RefusalCode,
		"message gone" | "acknowledged since" | "moved since" | "copy was read"
	>;
	readonly messages: number;
};

export async function whatIsLeft(
	{ client, secret, key, groupKey, subscription }: Place,
	now: GroupNow,
	before: readonly HeldBefore[],
	{ receiver, copies }: Sought,
): Promise<{
	readonly can: readonly HeldBefore[];
	readonly left: readonly Left[];
}> {
	const isAgain = copies === subscription.channel;
	const read = now.groups
		.map(({ position }) => position)
		.reduce((a, b) => (compareIds(a, b) > 0 ? a : b));
	const can: HeldBefore[] = [];
	const counts = new Map<Left["code"], number>();
	const rows = before.slice(0, rowsMax);
	for (let i = 0; i < rows.length; i += rowsAtOnce) {
		const some = rows.slice(i, i + rowsAtOnce);
		const answers = await ask(
			client,
			secret,
			some.flatMap(({ id, copy }): Command[] => [
				["xpendingBuffer", key, groupKey, id, id, 1],
				["xrangeBuffer", key, id, id],
				copies === null || isAgain || copy === null
					? ["time"]
					: ["xrangeBuffer", sentName(copies), copy, copy],
			]),
		);
		some.forEach((row, at) => {
			const [held, message, copied] = answers
				.slice(3 * at, 3 * at + 3)
				.map((answer) => answer.reply);
			const why = whyNot(row, held, message, copied);
			if (why === null) can.push(row);
			else counts.set(why, (counts.get(why) ?? 0) + 1);
		});
	}
	const left = Array.from(counts, ([code, messages]) => ({ code, messages }));
	return { can, left };

	function whyNot(
		{ copy, deliveries }: HeldBefore,
		held: unknown,
		message: unknown,
		copied: unknown,
	): Left["code"] | null {
		const [claim] = heldRowsOf(held);
		if (listOf(message).length === 0) return "message gone";
		if (receiver !== null && claim === undefined) return "acknowledged since";
		const isMoved =
			claim !== undefined &&
			(claim.member !== receiver || claim.deliveries !== deliveries);
		if (isMoved) return "moved since";
		if (copy === null) return null;
		const isTaken = isAgain
			? compareIds(read, copy) >= 0
			: listOf(copied).length === 0;
		return isTaken ? "copy was read" : null;
	}
}
