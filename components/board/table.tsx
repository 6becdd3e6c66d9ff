"use client";
// How are many rows drawn with few of them on the page? Only those in sight are; the rest is empty height.
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import { useKeys } from "#components/ui/keys.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import type { Sort } from "./address.ts";
import { columns, Head } from "./head.tsx";
import type { Line } from "./lines.ts";
import { Row } from "./row.tsx";

const rowHeight = 28;
const headHeight = 28;
const beyond = 8;

export function Table(props: {
	readonly lines: readonly Line[];
	readonly systems: readonly SystemReply[];
	readonly sort: Sort;
	readonly onSort: (sort: Sort) => void;
	readonly onPoint: (pointed: boolean) => void;
	readonly onFocus: (focused: boolean) => void;
	readonly from: number;
	readonly total: number;
	readonly staleAtMs: number | null;
}) {
	const { lines, systems, sort, onSort, onPoint, onFocus, from, total } = props;
	const { board } = useWords();
	const table = useRef<HTMLTableElement>(null);
	const [top, setTop] = useState(0);
	useLayoutEffect(() => {
		const box = table.current?.getBoundingClientRect();
		if (box) setTop(box.top + scrollY + headHeight);
	}, []);
	const virtual = useWindowVirtualizer({
		count: lines.length,
		estimateSize: () => rowHeight,
		getItemKey: (index) => keyOf(lines[index]),
		overscan: beyond,
		scrollMargin: top,
		scrollPaddingStart: headHeight * 2,
		scrollPaddingEnd: headHeight * 3,
	});
	useRowKeys(table, lines, (index) => virtual.scrollToIndex(index));
	const items = virtual.getVirtualItems();
	const before = (items[0]?.start ?? top) - top;
	const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
	return (
		<table
			ref={table}
			className="board"
			aria-label={board.title}
			aria-rowcount={total + 1}
		>
			<colgroup>
				{columns.map(({ key, className }) => (
					<col key={key} className={className} />
				))}
			</colgroup>
			<Head sort={sort} onSort={onSort} />
			<tbody
				onPointerEnter={() => onPoint(true)}
				onPointerLeave={() => onPoint(false)}
				onFocus={() => onFocus(true)}
				onBlur={() => onFocus(false)}
			>
				<Spacer height={before} />
				{items.map((item) => {
					const line = lines[item.index];
					if (line === undefined) return null;
					if (line.is === "tide")
						return (
							<Tide
								key={item.key}
								index={item.index}
								measure={virtual.measureElement}
								text={board.healthyBelow(line.healthy)}
							/>
						);
					return (
						<Row
							key={item.key}
							row={line.row}
							system={systems.find(({ name }) => name === line.row.system)}
							rowIndex={from + line.at + 2}
							staleAtMs={props.staleAtMs}
							index={item.index}
							measure={virtual.measureElement}
						/>
					);
				})}
				<Spacer height={after} />
			</tbody>
		</table>
	);
}

const keyOf = (line: Line | undefined): string =>
	line?.is === "row" ? line.row.id : "tide";

const Spacer = ({ height }: { readonly height: number }) =>
	height > 0 ? (
		<tr className="spacer">
			<td style={{ height }} />
		</tr>
	) : null;

function Tide(props: {
	readonly index: number;
	readonly measure: (node: HTMLTableRowElement | null) => void;
	readonly text: string;
}) {
	return (
		<tr className="tide" ref={props.measure} data-index={props.index}>
			<td>
				<span className="tideline">
					<VerdictIcon verdict="healthy" />
					<span>{props.text}</span>
				</span>
			</td>
		</tr>
	);
}

/** `j` and `k` move the focus from row to row, also to rows that are not drawn yet. */
function useRowKeys(
	table: { readonly current: HTMLTableElement | null },
	lines: readonly Line[],
	show: (index: number) => void,
) {
	const [wanted, setWanted] = useState<number | null>(null);
	useEffect(() => {
		if (wanted === null) return;
		const row = table.current?.querySelector(`tr[data-index="${wanted}"]`);
		const link = row?.querySelector("a");
		if (!link) return;
		link.focus();
		setWanted(null);
	});
	const move = (step: 1 | -1) => {
		const row = document.activeElement?.closest("tr[data-index]");
		const here = row ? Number(row.getAttribute("data-index")) : -1;
		let next = here === -1 ? 0 : here + step;
		if (lines[next]?.is === "tide") next += step;
		if (lines[next]?.is !== "row") return;
		show(next);
		setWanted(next);
	};
	useKeys({ j: () => move(1), k: () => move(-1) });
}
