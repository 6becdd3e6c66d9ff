// What does one row say? The verdict, the backlog, its numbers, what will become of it, and why.
import { memo, type Ref } from "react";
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import { reasonSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import {
	ForecastCell,
	HoldingCell,
	LagCell,
	MembersCell,
	PaceCell,
	SparkCell,
} from "./cells.tsx";
import { Name } from "./name.tsx";

/** What the forecast says already is not said again. */
export const quiet = ["caught up", "steady", "no group"];

export type Drawn = {
	readonly row: RowReply;
	readonly system: SystemReply | undefined;
	readonly rowIndex: number;
	readonly staleAtMs: number | null;
	readonly index: number;
	readonly measure: Ref<HTMLTableRowElement>;
};

export const Row = memo(function Row(
	props: Drawn & {
		/** Where rows lie in folds: on the board itself, or in one of them. */
		readonly level?: 1 | 2 | null;
	},
) {
	const { row, system, rowIndex, staleAtMs, index, measure, level } = props;
	const { board, verdicts } = useWords();
	const alarming = row.pace.out === 0 && (row.lag?.n ?? 0) > 0;
	const looks = ["r", row.verdict];
	if (row.stale) looks.push("stale");
	if (level === 2) looks.push("inside");
	return (
		<tr
			ref={measure}
			data-index={index}
			className={looks.join(" ")}
			aria-rowindex={rowIndex}
			{...(level ? { "aria-level": level } : {})}
		>
			<td className="c-verdict">
				<VerdictMark verdict={row.verdict}>{verdicts[row.verdict]}</VerdictMark>
			</td>
			<th scope="row" className="c-name">
				<Name row={row} system={system} />
			</th>
			<td className="c-lag num" data-l={board.lagOnPhone}>
				<LagCell row={row} />
			</td>
			<td className="c-spark">
				<SparkCell row={row} />
			</td>
			<td className="c-in num">
				<PaceCell perSecond={row.pace.in} />
			</td>
			<td className="c-out num">
				<PaceCell perSecond={row.pace.out} alarming={alarming} />
			</td>
			<td className="c-hold num">
				<HoldingCell row={row} holds={system?.kinds[row.kind]?.holds ?? true} />
			</td>
			<td className="c-members">
				<MembersCell row={row} />
			</td>
			<td className="c-forecast">
				<ForecastCell row={row} staleAtMs={staleAtMs} />
			</td>
			<td className="c-reason">
				<ReasonCell row={row} />
			</td>
		</tr>
	);
});

function ReasonCell({ row }: { readonly row: RowReply }) {
	const words = useWords();
	const { code } = row.reason;
	if (row.verdict === "healthy" && quiet.includes(code)) return null;
	const sentence = reasonSentence(words, row.reason);
	const dated = row.stale && !["broker silent", "part silent"].includes(code);
	return dated
		? `${sentence}; ${words.board.valuesFrom(Date.parse(row.at), Date.parse(row.at))}`
		: sentence;
}
