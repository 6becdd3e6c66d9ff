"use client";
// Is this row selected? A box at its edge for those who point; a key does the same.
import type { ComponentType } from "react";
import { shown } from "#lib/say/name.ts";
import { pickWords } from "#lib/say/pick-words.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";

export type PickBox = ComponentType<{
	readonly row: RowReply;
	readonly isPicked: boolean;
	readonly onPick: (id: string) => void;
}>;

export const Pick: PickBox = ({ row, isPicked, onPick }) => {
	const { select } = pickWords[useWords().language];
	const name = [row.channel, ...(row.group === null ? [] : [row.group])];
	return (
		<label className="pick">
			<input
				type="checkbox"
				// Rows are walked by their names, and selected by a key.
				tabIndex={-1}
				aria-label={select(name.map(shown).join(" → "))}
				checked={isPicked}
				onChange={() => onPick(row.id)}
			/>
		</label>
	);
};
