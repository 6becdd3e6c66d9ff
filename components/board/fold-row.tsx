// What does one line say of many rows? The gravest verdict and why, sums with their bounds, and which family it is.
import { memo } from "react";
import { reasonSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { FoldReply, RowReply } from "#lib/wire/board.ts";
import { FoldName } from "./fold-name.tsx";
import { oneRow } from "./folded.ts";
import { LineCells } from "./line-cells.tsx";
import type { Drawn } from "./row.tsx";

export const FoldRow = memo(function FoldRow(
	props: Drawn & {
		readonly fold: FoldReply;
		readonly open: boolean;
		readonly onToggle: (id: string, open: boolean) => void;
	},
) {
	const { fold, open, system, rowIndex, staleAtMs, index } = props;
	const { board } = useWords();
	const row = oneRow(fold, props.row);
	const looks = ["r", "fold", row.verdict];
	if (row.stale) looks.push("stale");
	return (
		<tr
			data-index={index}
			className={looks.join(" ")}
			aria-rowindex={rowIndex}
			aria-level={1}
			aria-expanded={open}
		>
			<LineCells
				{...{ row, system, staleAtMs }}
				{...{ pace: fold.pace, holding: fold.holding }}
				membersTitle={board.fold.added}
				name={
					<FoldName
						{...{ fold, row: props.row, system, open }}
						onToggle={() => props.onToggle(fold.id, !open)}
					/>
				}
				reason={<Gravest fold={fold} row={props.row} />}
			/>
		</tr>
	);
});

/** Where all are well there is nothing to say of one of them. */
function Gravest(props: { readonly fold: FoldReply; readonly row: RowReply }) {
	const words = useWords();
	const { fold, row } = props;
	if (row.verdict === "healthy") return null;
	const count = fold.counts[row.verdict] ?? 1;
	const sentence = reasonSentence(words, row.reason);
	return words.board.fold.gravest(count, fold.rows, sentence);
}
