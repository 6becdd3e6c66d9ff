// What is asked about what a group or one member of it holds? Small questions, and none that changes anything.
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { Answer, Command } from "../connection/ask.ts";
import { msOf } from "../connection/identity.ts";
import { sentName } from "../connection/name.ts";
import { isGone } from "../connection/trouble-of.ts";
import { streamKind } from "../streams/readings.ts";
import {
	type HeldRow,
	type HeldSummary,
	heldRowsOf,
	heldSummaryOf,
} from "./replies.ts";

export type Asking = (commands: readonly Command[]) => Promise<Answer[]>;

/** Ids as the server takes them: "-", "+", "5-1", "(5-1". */
export type IdRange = {
	readonly from: string;
	readonly to: string;
	readonly count: number;
};

export type Held = {
	/** Null when nothing is held; of the whole group, whoever holds it. */
	summary(): Promise<{
		readonly summary: HeldSummary | null;
		readonly nowMs: number;
	}>;
	rows(range: IdRange): Promise<readonly HeldRow[]>;
	rowsOfEach(ranges: readonly IdRange[]): Promise<readonly HeldRow[][]>;
	/** Fields and values of each in turn, null where there is no such message; or why they may not be read. */
	messages(ids: readonly string[]): Promise<readonly Answer[]>;
};

export function heldBy(
	asking: Asking,
	{ kind, channel, group }: Subscription,
	member: string | null,
): Held {
	if (kind !== streamKind || group === null)
		throw new Problem("not found", "subscription gone");
	const place = [sentName(channel), sentName(group)] as const;
	const whose = member === null ? [] : [sentName(member)];
	const pending = ({ from, to, count }: IdRange): Command => [
		...(["xpendingBuffer", ...place, from, to, count] as const),
		...whose,
	];
	const rowsOfEach = async (ranges: readonly IdRange[]) =>
		(await asking(ranges.map(pending))).map((it) => heldRowsOf(replyOf(it)));
	return {
		rowsOfEach,
		async summary() {
			const [summary, time] = await asking([
				["xpendingBuffer", ...place],
				["time"],
			]);
			return {
				summary: heldSummaryOf(replyOf(summary)),
				nowMs: msOf(time) ?? Date.now(),
			};
		},
		rows: async (range) => (await rowsOfEach([range]))[0] ?? [],
		messages: (ids) =>
			asking(ids.map((id) => ["xrangeBuffer", place[0], id, id])),
	};
}

function replyOf(answer: Answer | undefined): unknown {
	if (!answer?.error) return answer?.reply;
	if (isGone(answer.error)) throw new Problem("not found", "subscription gone");
	throw answer.error;
}
