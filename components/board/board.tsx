"use client";
// What loses messages first? Chips, filter and rows, in an order that does not move under the pointer.
import { memo, type ReactNode } from "react";
import { useKeys } from "#components/ui/keys.ts";
import { useLive } from "#components/ui/live.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { fromGrave } from "#lib/core/verdict.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { useAddress } from "./address.ts";
import { toggled } from "./filter-text.ts";
import { Foot } from "./foot.tsx";
import { linesOf, tideIn } from "./lines.ts";
import { Summary } from "./summary.tsx";
import { Table } from "./table.tsx";
import type { BoardNow } from "./use-board.ts";
import { useOrder } from "./use-order.ts";
import { useToggle } from "./use-toggle.ts";
import { NoMatch, NoRows, Skeleton, Trouble } from "./waiting.tsx";

export const Board = memo(function Board(props: {
	readonly board: BoardNow;
	readonly at: ReturnType<typeof useAddress>;
	readonly mistake: ProblemDetail | null;
	readonly staleAtMs: number | null;
	/** What stands here when no broker is configured. */
	readonly first: ReactNode;
}) {
	const words = useWords();
	const { board, at, mistake, staleAtMs, first } = props;
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
	if (reply?.brokers.length === 0) return first;
	const refused =
		board.problem?.code === "invalid" ? board.problem.detail : null;
	return (
		<div className="has-foot">
			<h1 className="sr">{words.board.title}</h1>
			<Summary
				counts={reply?.counts ?? null}
				filter={address.filter}
				mistake={mistake ?? refused}
				onType={at.type}
				onChoose={at.choose}
			/>
			<Rows board={board} at={at} staleAtMs={staleAtMs} />
		</div>
	);
});

function Rows(props: {
	readonly board: BoardNow;
	readonly at: ReturnType<typeof useAddress>;
	readonly staleAtMs: number | null;
}) {
	const { board, at, staleAtMs } = props;
	const { askNow } = useLive();
	const { address } = at;
	const reply = board.seen?.reply ?? null;
	const { filter, cursor, fold, from, sort } = address;
	const question = [filter, sort, cursor, fold].join(" ");
	const order = useOrder(reply, question, board.isBefore, (entries) =>
		tideIn({
			...{ entries, from, byGravity: sort === "gravity" },
			healthy: reply?.calm ?? 0,
		}),
	);
	const { toggle, showMore } = useToggle(at);
	if (reply === null)
		return board.problem === null ? (
			<Skeleton />
		) : (
			<Trouble problem={board.problem} onAgain={askNow} />
		);
	if (order.entries.length === 0)
		return filter === "" && cursor === null ? (
			<NoRows brokers={reply.brokers} />
		) : (
			<NoMatch filter={filter} onClear={() => at.choose("")} />
		);
	const { next, total, calm } = reply;
	const lines = linesOf({
		entries: order.entries,
		open: at.open,
		tide: order.tide,
		healthy: calm,
	});
	const places = lines.filter(({ is }) => is !== "tide").length;
	return (
		<>
			<Table
				lines={lines}
				systems={reply.systems}
				sort={sort}
				onSort={at.sort}
				onPoint={order.point}
				onFocus={order.focus}
				onToggle={toggle}
				onMore={showMore}
				from={from}
				total={reply.lines + places - order.entries.length}
				staleAtMs={staleAtMs}
			/>
			<Foot
				total={total}
				lines={reply.lines}
				from={from}
				shown={order.entries.length}
				folds={fold === "none" ? false : reply.lines < total ? true : null}
				onFold={at.fold}
				sort={sort}
				moves={order.moves}
				onApply={order.apply}
				onFirst={from > 0 ? () => at.turn(null, 0) : null}
				onNext={
					next === null ? null : () => at.turn(next, from + reply.rows.length)
				}
			/>
		</>
	);
}
