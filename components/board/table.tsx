"use client";
// How are many rows drawn with few of them on the page? Only those in sight are; the rest is empty height.
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import type { Sort } from "./address.ts";
import { FoldRest } from "./fold-rest.tsx";
import { FoldRow } from "./fold-row.tsx";
import { columns, Head } from "./head.tsx";
import { keyOf, type Line } from "./lines.ts";
import { Row } from "./row.tsx";
import { type OnToggle, useRowKeys } from "./row-keys.ts";

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
	readonly onToggle: OnToggle;
	readonly onMore: (id: string) => void;
	readonly from: number;
	/** Lines of all pages, with what is open on this one. */
	readonly total: number;
	readonly staleAtMs: number | null;
}) {
	const { lines, systems, sort, onSort, onPoint, onFocus, from, total } = props;
	const { onToggle, onMore } = props;
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
	const onKeyDown = useRowKeys(
		table,
		lines,
		(index) => virtual.scrollToIndex(index),
		onToggle,
	);
	const folds = lines.some(({ is }) => is === "fold");
	const items = virtual.getVirtualItems();
	const before = (items[0]?.start ?? top) - top;
	const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
	return (
		<table
			ref={table}
			className="board"
			aria-label={board.title}
			aria-rowcount={total + 1}
			{...(folds ? { role: "treegrid" } : {})}
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
				onKeyDown={onKeyDown}
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
					const place = {
						index: item.index,
						rowIndex: from + line.at + 2,
						measure: virtual.measureElement,
					};
					if (line.is === "waits" || line.is === "more")
						return <FoldRest key={item.key} {...{ line, onMore }} {...place} />;
					const drawn = {
						...place,
						row: line.row,
						system: systems.find(({ name }) => name === line.row.system),
						staleAtMs: props.staleAtMs,
					};
					return line.is === "fold" ? (
						<FoldRow
							key={item.key}
							fold={line.fold}
							open={line.open}
							onToggle={onToggle}
							{...drawn}
						/>
					) : (
						<Row
							key={item.key}
							level={folds ? (line.inside === null ? 1 : 2) : null}
							{...drawn}
						/>
					);
				})}
				<Spacer height={after} />
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
