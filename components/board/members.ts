// How is the bar of members divided? Live, dead, and the rest of which nobody knows.
import type { RowReply } from "#lib/wire/board.ts";

export type MemberBar = {
	readonly live: number;
	readonly dead: number;
	readonly rest: number;
};

export function memberBar(
	members: NonNullable<RowReply["members"]>,
): MemberBar {
	const live = members.live?.n ?? 0;
	const dead = members.dead ?? 0;
	return { live, dead, rest: Math.max(0, members.registered - live - dead) };
}
