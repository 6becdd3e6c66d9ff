"use client";
// What loses messages first? Chips, filter and rows, in an order that does not move under the pointer.
import { memo, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useKeys } from "#components/ui/keys.ts";
import { useLive } from "#components/ui/live.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { fromGrave } from "#lib/core/verdict.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";
import type { useAddress } from "./address.ts";
import { Announcer } from "./announcer.tsx";
import { toggled } from "./filter-text.ts";
import { type BulkDeeds, Foot } from "./foot.tsx";
import { lineAt } from "./lines.ts";
import type { RowDeed } from "./row.tsx";
import { indexHere } from "./row-keys.ts";
import { withoutOf } from "./shown-columns.ts";
import type { Sight } from "./sight.ts";
import { Summary } from "./summary.tsx";
import { Table } from "./table.tsx";
import type { BoardNow } from "./use-board.ts";
import { useCommand } from "./use-command.ts";
import { useMuteKey } from "./use-mute-key.ts";
import { useOrder } from "./use-order.ts";
import { usePicked } from "./use-picked.ts";
import { usePlaceKept } from "./use-place-kept.ts";
import { usePlaces } from "./use-places.ts";
import { useToggle } from "./use-toggle.ts";
import { NoMatch, NoRows, Skeleton, Trouble } from "./waiting.tsx";

const none: readonly RowReply[] = [];

export const Board = memo(function Board(props: {
	readonly board: BoardNow;
	readonly at: ReturnType<typeof useAddress>;
	readonly sight: Sight;
	/** The filter whose rows are shown: the last that could be understood. */
	readonly shows: string;
	readonly mistake: ProblemDetail | null;
	readonly staleAtMs: number | null;
	/** What stands here when no broker is configured. */
	readonly first: ReactNode;
	readonly Deed?: RowDeed;
	readonly Bulk?: BulkDeeds;
	/** Nobody wants to hear of these rows for a while. */
	readonly onMute?: (among: readonly string[]) => void;
}) {
	const words = useWords();
	const { board, at, mistake, first } = props;
	const { address } = at;
	const reply = board.seen?.reply ?? null;
	useKeys(
		Object.fromEntries(
			fromGrave.map((verdict, index) => [
				String(index + 1),
				() => at.choose(toggled(address.filter, verdict)),
			]),
		),
	);
	// A collector that never wrote has not said yet which brokers there are.
	const isFirst = reply?.brokers.length === 0 && reply.collector.at !== null;
	if (isFirst) return first;
	const refused =
		board.problem?.code === "invalid" ? board.problem.detail : null;
	return (
		<div className="has-foot">
			<h1 className="sr">{words.board.title}</h1>
			<Summary
				reply={reply}
				filter={address.filter}
				mistake={mistake ?? refused}
				onType={at.type}
				onChoose={at.choose}
			/>
			<Suspense>
				<Rows {...props} />
			</Suspense>
			<Announcer rows={reply?.rows ?? none} />
		</div>
	);
});

function Rows(props: {
	readonly board: BoardNow;
	readonly at: ReturnType<typeof useAddress>;
	readonly sight: Sight;
	readonly shows: string;
	readonly staleAtMs: number | null;
	readonly Deed?: RowDeed;
	readonly Bulk?: BulkDeeds;
	readonly onMute?: (among: readonly string[]) => void;
}) {
	const { board, at, sight, shows, staleAtMs, Deed, Bulk } = props;
	const { askNow } = useLive();
	const { address, open } = at;
	const reply = board.seen?.reply ?? null;
	const { filter, fold, sort } = address;
	const question = [filter, sort, fold].join(" ");
	const byGravity = sort === "gravity";
	const order = useOrder(reply, question, board.isBefore, (it) =>
		it === null || !byGravity || it.calmLines === 0
			? -1
			: it.lines - it.calmLines,
	);
	const { offset, entries, tide } = order;
	const lines = reply?.lines ?? 0;
	const places = usePlaces({ question, offset, entries, open, lines, tide });
	const asked = useRef(question);
	useEffect(() => {
		if (asked.current !== question) scrollTo({ top: 0, behavior: "instant" });
		asked.current = question;
	}, [question]);
	const part = { offset, entries, open };
	const lineHere = () => lineAt(places, part, indexHere() ?? -1);
	const picks = usePicked(lineHere, Bulk !== undefined);
	const { picked } = picks;
	const copied = useCommand(reply, () => {
		const line = lineHere();
		return line.is === "row" || line.is === "fold" ? line.row : null;
	});
	useMuteKey(lineHere, picked, reply, props.onMute);
	const keepPlace = usePlaceKept();
	const { toggle, showMore } = useToggle(at);
	if (reply === null || reply.brokers.length === 0)
		return board.problem === null ? (
			<Skeleton />
		) : (
			<Trouble problem={board.problem} onAgain={askNow} />
		);
	if (places.entries === 0)
		return filter === "" ? (
			<NoRows brokers={reply.brokers} />
		) : (
			<NoMatch filter={filter} onChoose={at.choose} />
		);
	return (
		<>
			<Table
				places={places}
				lineAt={(index) => lineAt(places, part, index)}
				folds={Object.keys(reply.folds).length > 0}
				healthy={reply.calm}
				systems={reply.systems}
				without={withoutOf(address.columns)}
				sort={sort}
				onSort={at.sort}
				onPoint={order.point}
				onFocus={order.focus}
				onToggle={toggle}
				onMore={showMore}
				from={address.from}
				onSee={(first, last, topmost) => {
					sight.see(first, last);
					keepPlace(topmost);
				}}
				{...{ staleAtMs, Deed, picks }}
			/>
			<Foot
				total={reply.total}
				folds={fold === "none" ? false : lines < reply.total ? true : null}
				onFold={at.fold}
				filter={shows}
				sort={sort}
				columns={address.columns}
				onColumns={at.show}
				copied={copied}
				moves={order.moves}
				onApply={order.apply}
				picked={picked.size}
			>
				{Bulk && (
					<Bulk
						{...{ ...picks, total: reply.total, filter: shows }}
						systems={reply.systems}
					/>
				)}
			</Foot>
		</>
	);
}
