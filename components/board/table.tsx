"use client";
// How are many rows drawn with few of them on the page? Only those in sight are; the rest is empty height.
import { type ReactNode, useEffect, useRef } from "react";
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import { useNarrow } from "#components/ui/narrow.ts";
import { useWindowed } from "#components/ui/windowed.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import type { Sort } from "./address.ts";
import { FoldRest } from "./fold-rest.tsx";
import { FoldRow } from "./fold-row.tsx";
import { columns, Head } from "./head.tsx";
import type { Line } from "./lines.ts";
import { countOf, linesOf, type Places, placeAt, placeOf } from "./places.ts";
import { Row, type RowDeed } from "./row.tsx";
import { type OnToggle, useRowKeys } from "./row-keys.ts";
import type { Picks } from "./use-picked.ts";

const rowPx = 28;
/** A row of the list on a phone, of which the calm are lower. */
const narrowRowPx = 96;
const edges = { topPx: 2 * rowPx, bottomPx: 3 * rowPx };

export function Table(props: {
	readonly places: Places;
	/** What stands there, as far as it has come. */
	readonly lineAt: (index: number) => Line;
	readonly folds: boolean;
	readonly healthy: number;
	readonly systems: readonly SystemReply[];
	/** Columns that are not shown. */
	readonly without: string;
	readonly sort: Sort;
	readonly onSort: (sort: Sort) => void;
	readonly onPoint: (pointed: boolean) => void;
	readonly onFocus: (focused: boolean) => void;
	readonly onToggle: OnToggle;
	readonly onMore: (id: string) => void;
	/** The entry that is on top at first. */
	readonly from: number;
	readonly onSee: (first: number, last: number, topmost: number) => void;
	readonly staleAtMs: number | null;
	readonly Deed: RowDeed | undefined;
	readonly picks: Picks;
}) {
	const { places, lineAt, folds, systems, sort, onSort, from, onSee } = props;
	const { onToggle, onMore, onPoint, onFocus, staleAtMs } = props;
	const { picked, isPicking, Pick, onPick } = props.picks;
	const { board } = useWords();
	const body = useRef<HTMLTableSectionElement>(null);
	const count = countOf(places);
	const usualPx = useNarrow() ? narrowRowPx : rowPx;
	const windowed = useWindowed(body, count, usualPx, edges);
	const { first, last, show, topmost } = windowed;
	const onKeyDown = useRowKeys(body, { ...windowed, count, lineAt }, onToggle);
	const start = useRef(from);
	useEffect(() => {
		if (start.current > 0) show(placeOf(places, start.current), true);
		start.current = 0;
	});
	const entryAt = (index: number): number => {
		const place = placeAt(places, index);
		return place.is === "tide" ? places.tide : place.entry;
	};
	const seen = `${entryAt(first)} ${entryAt(last)}`;
	const tell = useRef(() => {});
	tell.current = () => onSee(entryAt(first), entryAt(last), entryAt(topmost()));
	// biome-ignore lint/correctness/useExhaustiveDependencies: told once for each part that is seen
	useEffect(() => tell.current(), [seen]);
	const drawn = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	return (
		<table
			className={isPicking ? "board picking" : "board"}
			data-without={props.without}
			aria-label={board.title}
			aria-rowcount={linesOf(places) + 1}
			onPointerEnter={() => onPoint(true)}
			onPointerLeave={() => onPoint(false)}
			{...(folds ? { role: "treegrid" } : {})}
		>
			<colgroup>
				{columns.map(({ key, className }) => (
					<col key={key} className={className} />
				))}
			</colgroup>
			<Head sort={sort} onSort={onSort} />
			<tbody
				ref={body}
				tabIndex={-1}
				onFocus={() => onFocus(true)}
				onBlur={() => onFocus(false)}
				onKeyDown={onKeyDown}
			>
				<Spacer height={windowed.before} />
				{drawn.map((index): ReactNode => {
					const line = lineAt(index);
					if (line.is === "tide")
						return (
							<Tide
								key="tide"
								index={index}
								text={board.healthyBelow(props.healthy)}
							/>
						);
					const place = { index, rowIndex: line.at + 2 };
					if (line.is === "comes") return <Coming key={index} {...place} />;
					if (line.is === "waits" || line.is === "more")
						return <FoldRest key={index} {...{ line, onMore }} {...place} />;
					const { row } = line;
					const system = systems.find(({ name }) => name === row.system);
					const said = { ...place, row, system, staleAtMs };
					if (line.is === "row") {
						const level = folds ? (line.inside === null ? 1 : 2) : null;
						return (
							<Row
								key={index}
								level={level}
								Deed={props.Deed}
								picked={picked.has(row.id)}
								{...{ Pick, onPick }}
								{...said}
							/>
						);
					}
					const { fold, open } = line;
					return (
						<FoldRow key={index} {...{ fold, open, onToggle }} {...said} />
					);
				})}
				<Spacer height={windowed.after} />
			</tbody>
		</table>
	);
}

const Spacer = ({ height }: { readonly height: number }) =>
	height > 0 ? (
		<tr className="spacer">
			<td style={{ height }} />
		</tr>
	) : null;

const Tide = (props: { readonly index: number; readonly text: string }) => (
	<tr className="tide" data-index={props.index}>
		<td>
			<span className="tideline">
				<VerdictIcon verdict="healthy" />
				<span>{props.text}</span>
			</span>
		</td>
	</tr>
);

/** The frame of a row whose values are on their way. */
const Coming = (props: {
	readonly index: number;
	readonly rowIndex: number;
}) => (
	<tr
		className="r coming"
		data-index={props.index}
		aria-rowindex={props.rowIndex}
		aria-busy="true"
	>
		{columns.map(({ key, className }) => (
			<td key={key} className={className} />
		))}
	</tr>
);
