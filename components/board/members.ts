// How is the bar of members divided? Live, dead, stuck, those of whom nobody knows, and the rest.
import type { RowReply } from "#lib/wire/board.ts";

export type MemberBar = {
	readonly live: number;
	readonly unknown: number;
	readonly stuck: number;
	readonly dead: number;
	readonly rest: number;
};

/** Those who are stuck or unknown may be among the live: they are drawn once, as what is sure of them. */
export function memberBar(
	members: NonNullable<RowReply["members"]>,
): MemberBar {
	const dead = members.dead ?? 0;
	const stuck = members.stuck ?? 0;
	const unknown = members.unknown ?? 0;
	const others = Math.max(0, members.registered - dead - stuck - unknown);
	const isJudged = members.dead !== null;
	const most = members.live?.n ?? 0;
	const live = isJudged ? Math.min(most, others) : most;
	const rest = Math.max(0, members.registered - live - dead - stuck - unknown);
	return { live, unknown, stuck, dead, rest };
}
