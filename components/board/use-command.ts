"use client";
// Which command line tells the same as the row somebody stands on? Copied with one key, and said for a moment.
import { useEffect, useState } from "react";
import { useKeys } from "#components/ui/keys.ts";
import type { BoardReply, RowReply } from "#lib/wire/board.ts";

const saidMs = 6_000;

export type Copied = { readonly command: string | null };

/** What was copied just now; a command of null says that there is none. */
export function useCommand(
	reply: BoardReply | null,
	rowHere: () => RowReply | null,
): Copied | null {
	const [copied, setCopied] = useState<Copied | null>(null);
	useKeys({
		c: () => {
			const row = rowHere();
			if (row === null || reply === null) return;
			copy(row, reply).then(setCopied, () => setCopied(null));
		},
	});
	useEffect(() => {
		if (copied === null) return;
		const timer = setTimeout(() => setCopied(null), saidMs);
		return () => clearTimeout(timer);
	}, [copied]);
	return copied;
}

/** How a command is written is fetched with the first one. */
async function copy(row: RowReply, reply: BoardReply): Promise<Copied> {
	const { commandFor } = await import("#lib/wire/command-for.ts");
	const command = commandFor(row, reply);
	if (command !== null) await navigator.clipboard.writeText(command);
	return { command };
}
