"use client";
// Is this row selected? A box at its edge for those who point; a key does the same.
import { type ComponentType, memo } from "react";
import { pickWords } from "#lib/say/apart/pick.ts";
import { shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";

export type PickBox = ComponentType<{
	readonly id: string;
	readonly channel: string;
	readonly group: string | null;
	readonly isPicked: boolean;
	readonly onPick: (id: string) => void;
}>;

/** A box that is drawn again is written again, so it is told no more of its row than its names. */
export const Pick: PickBox = memo(
	({ id, channel, group, isPicked, onPick }) => {
		const { select } = pickWords[useWords().language];
		const name = [channel, ...(group === null ? [] : [group])];
		return (
			<label className="pick">
				<input
					type="checkbox"
					// Rows are walked by their names, and selected by a key.
					tabIndex={-1}
					aria-label={select(name.map(shown).join(" → "))}
					checked={isPicked}
					onChange={() => onPick(id)}
				/>
			</label>
		);
	},
);
