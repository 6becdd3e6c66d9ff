// Which cells has every line, whether it is one row or many? All of them, in the order of the columns.
import type { ReactNode } from "react";
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import type { Amount } from "#lib/core/amount.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { FoldReply, RowReply, SystemReply } from "#lib/wire/board.ts";
import {
	ForecastCell,
	HoldingCell,
	LagCell,
	MembersCell,
	PaceCell,
	SparkCell,
} from "./cells.tsx";

export function LineCells(props: {
	readonly row: RowReply;
	readonly system: SystemReply | undefined;
	readonly staleAtMs: number | null;
	readonly name: ReactNode;
	/** What selects it. */
	readonly pick?: ReactNode;
	readonly reason: ReactNode;
	/** Of a fold these are sums, with their bounds. */
	readonly pace?: FoldReply["pace"] | RowReply["pace"];
	readonly holding?: Amount | number | null;
	readonly membersTitle?: string;
	/** Work waits and nothing leaves. */
	readonly alarming?: boolean;
}) {
	const { board, verdicts } = useWords();
	const { row, system, staleAtMs, alarming = false } = props;
	const { pace = row.pace, holding = row.holding } = props;
	const keeps = system?.kinds[row.kind]?.keeps ?? true;
	return (
		<>
			<td className="c-verdict">
				{props.pick}
				<VerdictMark verdict={row.verdict}>{verdicts[row.verdict]}</VerdictMark>
			</td>
			<th scope="row" className="c-name">
				{props.name}
			</th>
			<td className="c-lag num" data-l={keeps ? board.lagOnPhone : null}>
				<LagCell {...{ row, keeps }} />
			</td>
			<td className="c-spark">
				<SparkCell row={row} />
			</td>
			<td className="c-in num">
				<PaceCell perSecond={pace.in} />
			</td>
			<td className="c-out num">
				<PaceCell perSecond={pace.out} alarming={alarming} />
			</td>
			<td className="c-hold num">
				<HoldingCell
					{...{ row, holding }}
					holds={system?.kinds[row.kind]?.holds ?? true}
				/>
			</td>
			<td className="c-members" title={props.membersTitle}>
				<MembersCell row={row} />
			</td>
			<td className="c-forecast">
				<ForecastCell {...{ row, staleAtMs, keeps }} />
			</td>
			<td className="c-reason">{props.reason}</td>
		</>
	);
}
