// What does one line say of many rows? The gravest verdict and why, sums with their bounds, and which family it is.
import { memo } from "react";
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import { reasonSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { FoldReply, RowReply } from "#lib/wire/board.ts";
import {
	ForecastCell,
	HoldingCell,
	LagCell,
	MembersCell,
	PaceCell,
	SparkCell,
} from "./cells.tsx";
import { FoldName } from "./fold-name.tsx";
import { oneRow } from "./folded.ts";
import type { Drawn } from "./row.tsx";

export const FoldRow = memo(function FoldRow(
	props: Drawn & {
		readonly fold: FoldReply;
		readonly open: boolean;
		readonly onToggle: (id: string, open: boolean) => void;
	},
) {
	const { fold, open, system, rowIndex, staleAtMs, index, measure } = props;
	const { board, verdicts } = useWords();
	const row = oneRow(fold, props.row);
	const looks = ["r", "fold", row.verdict];
	if (row.stale) looks.push("stale");
	return (
		<tr
			ref={measure}
			data-index={index}
			className={looks.join(" ")}
			aria-rowindex={rowIndex}
			aria-level={1}
			aria-expanded={open}
		>
			<td className="c-verdict">
				<VerdictMark verdict={row.verdict}>{verdicts[row.verdict]}</VerdictMark>
			</td>
			<th scope="row" className="c-name">
				<FoldName
					{...{ fold, row: props.row, system, open }}
					onToggle={() => props.onToggle(fold.id, !open)}
				/>
			</th>
			<td className="c-lag num" data-l={board.lagOnPhone}>
				<LagCell row={row} />
			</td>
			<td className="c-spark">
				<SparkCell row={row} />
			</td>
			<td className="c-in num">
				<PaceCell perSecond={fold.pace.in} />
			</td>
			<td className="c-out num">
				<PaceCell perSecond={fold.pace.out} />
			</td>
			<td className="c-hold num">
				<HoldingCell
					row={row}
					holding={fold.holding}
					holds={system?.kinds[row.kind]?.holds ?? true}
				/>
			</td>
			<td className="c-members" title={board.fold.added}>
				<MembersCell row={row} />
			</td>
			<td className="c-forecast">
				<ForecastCell row={row} staleAtMs={staleAtMs} />
			</td>
			<td className="c-reason">
				<Gravest fold={fold} row={props.row} />
			</td>
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
