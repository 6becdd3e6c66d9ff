"use client";
// How many rows are there, in which order, and is another order waiting?
import { type ComponentType, lazy, type ReactNode } from "react";
import { useKeys } from "#components/ui/keys.ts";
import { Menu } from "#components/ui/menu.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import type { Sort } from "./address.ts";
import { FoldSwitch } from "./fold-switch.tsx";
import type { Copied } from "./use-command.ts";

const ColumnsList = lazy(async () => ({
	default: (await import("./columns-list.tsx")).ColumnsList,
}));
const TakeList = lazy(async () => ({
	default: (await import("./take-list.tsx")).TakeList,
}));

/** What can be done about several rows at once. */
export type BulkDeeds = ComponentType<{
	/** None for all that match. */
	readonly picked: ReadonlySet<string>;
	readonly filter: string;
	readonly total: number;
	readonly systems: readonly SystemReply[];
	readonly isPicking: boolean;
	readonly onPicking: () => void;
	readonly onPickNone: () => void;
}>;

export function Foot(props: {
	/** Rows that match. */
	readonly total: number;
	/** Null where nothing could be folded. */
	readonly folds: boolean | null;
	readonly onFold: (folds: boolean) => void;
	readonly filter: string;
	readonly sort: Sort;
	readonly columns: string | null;
	readonly onColumns: (columns: string | null) => void;
	readonly copied: Copied | null;
	/** Rows that would move if the new order were taken. */
	readonly moves: number;
	readonly onApply: () => void;
	readonly picked: number;
	/** What can be done about the rows. */
	readonly children?: ReactNode;
}) {
	const { board } = useWords();
	const { total, filter, sort, moves, folds, onFold, onApply } = props;
	const { columns, onColumns, copied, picked, children } = props;
	useKeys({ a: onApply });
	return (
		<footer className="foot">
			<span className="foot-total">
				{board.total(total, board.orders[sort])}
			</span>
			{moves > 0 && (
				<span className="pill">
					{board.held(moves)}
					<button type="button" onClick={onApply}>
						{board.apply}
					</button>
				</span>
			)}
			<span className="foot-copied" aria-live="polite">
				{copied &&
					(copied.command === null
						? board.take.noCommand
						: board.take.command(copied.command))}
			</span>
			<span className="grow" />
			{children && <Menu label={board.cleanUp(picked)}>{children}</Menu>}
			<Menu label={board.chooseColumns}>
				<ColumnsList {...{ columns, onColumns }} />
			</Menu>
			<Menu label={board.take.label}>
				<TakeList {...{ filter, sort, total }} />
			</Menu>
			{folds !== null && <FoldSwitch {...{ folds, onFold }} />}
			<Hint keys="j k" does={board.keys.move} />
			<Hint keys="Enter" does={board.keys.open} />
			<Hint keys="/" does={board.keys.filter} />
			<Hint keys="r" does={board.keys.ask} />
			<Hint keys="?" does={board.keys.keys} />
		</footer>
	);
}

const Hint = (props: { readonly keys: string; readonly does: string }) => (
	<span className="hint">
		<kbd>{props.keys}</kbd>
		{props.does}
	</span>
);
