"use client";
// Which command line tells the same as the row somebody stands on? Copied with one key, and said for a moment.
import { useEffect, useState } from "react";
import { useKeys } from "#components/ui/keys.ts";
import { commandOf } from "#lib/core/command.ts";
import type { BoardReply, RowReply } from "#lib/wire/board.ts";

const saidMs = 6_000;

export type Copied = { readonly command: string | null };

export function commandFor(
	row: RowReply,
	{ brokers, systems }: Pick<BoardReply, "brokers" | "systems">,
): string | null {
	const broker = brokers.find(({ name }) => name === row.broker);
	const system = systems.find(({ name }) => name === row.system);
	const words = system?.kinds[row.kind]?.command;
	if (!broker || !words) return null;
	return commandOf(words, { ...row, address: broker.address });
}

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
			const command = commandFor(row, reply);
			if (command === null) return setCopied({ command });
			navigator.clipboard.writeText(command).then(
				() => setCopied({ command }),
				() => setCopied(null),
			);
		},
	});
	useEffect(() => {
		if (copied === null) return;
		const timer = setTimeout(() => setCopied(null), saidMs);
		return () => clearTimeout(timer);
	}, [copied]);
	return copied;
}
