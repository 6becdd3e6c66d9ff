"use client";
// Of which rows does somebody want to hear nothing for a while? Of those that are selected, else of the one they stand on.
import { useKeys } from "#components/ui/keys.ts";
import { amongFamily, amongOf } from "#lib/core/alert/among.ts";
import type { BoardReply } from "#lib/wire/board.ts";
import type { Line } from "./lines.ts";

/** More at once would be a filter. */
const most = 20;

export function useMuteKey(
	lineHere: () => Line,
	picked: ReadonlySet<string>,
	reply: BoardReply | null,
	onMute: ((among: readonly string[]) => void) | undefined,
) {
	useKeys({
		m: () => {
			const among =
				picked.size > 0 ? amongPicked(picked, reply) : amongLine(lineHere());
			if (among.length > 0) onMute?.(among);
		},
	});
}

function amongPicked(
	picked: ReadonlySet<string>,
	reply: BoardReply | null,
): readonly string[] {
	if (reply === null) return [];
	const rows = [...reply.rows, ...Object.values(reply.opened).flat()];
	const among = rows.filter(({ id }) => picked.has(id)).map(amongOf);
	return [...new Set(among)].slice(0, most);
}

function amongLine(line: Line): readonly string[] {
	if (line.is === "row") return [amongOf(line.row)];
	return line.is === "fold" ? [amongFamily(line.row)] : [];
}
