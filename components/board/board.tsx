"use client";
// What loses messages first? Chips, filter and rows, in an order that does not move under the pointer.
import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { useKeys } from "#components/ui/keys.ts";
import { useLive } from "#components/ui/live.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";
import type { useAddress } from "./address.ts";
import { toggled } from "./filter-text.ts";
import { Foot } from "./foot.tsx";
import { type Held, hold } from "./hold.ts";
import { linesOf } from "./lines.ts";
import { fromGrave, Summary } from "./summary.tsx";
import { Table } from "./table.tsx";
import type { BoardNow } from "./use-board.ts";
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
	const question = `${address.filter} ${address.sort} ${address.cursor}`;
	const order = useOrder(reply?.rows ?? none, question, board.isBefore);
	if (reply === null)
		return board.problem === null ? (
			<Skeleton />
		) : (
			<Trouble problem={board.problem} onAgain={askNow} />
		);
	if (order.rows.length === 0)
		return address.filter === "" && address.cursor === null ? (
			<NoRows brokers={reply.brokers} />
		) : (
			<NoMatch filter={address.filter} onClear={() => at.choose("")} />
		);
	const { from, sort } = address;
	const { next, total, counts } = reply;
	const lines = linesOf({
		rows: order.rows,
		byGravity: sort === "gravity",
		healthy: counts.healthy,
		from,
	});
	return (
		<>
			<Table
				lines={lines}
				systems={reply.systems}
				sort={sort}
				onSort={at.sort}
				onPoint={order.point}
				onFocus={order.focus}
				from={from}
				total={total}
				staleAtMs={staleAtMs}
			/>
			<Foot
				total={total}
				from={from}
				shown={order.rows.length}
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

const none: readonly RowReply[] = [];

/** The order is taken when nobody points or when it is asked for; another question always brings its own. */
function useOrder(
	fresh: readonly RowReply[],
	question: string,
	isBefore: boolean,
) {
	const [pointed, point] = useState(false);
	const [focused, focus] = useState(false);
	const [, redraw] = useState(0);
	const shown = useRef<{ question: string; rows: readonly RowReply[] } | null>(
		null,
	);
	const before = shown.current;
	const isHeld =
		(pointed || focused) &&
		before !== null &&
		(isBefore || before.question === question);
	const held: Held = isHeld
		? hold(before.rows, fresh)
		: { rows: fresh, moves: 0 };
	useEffect(() => {
		if (!isBefore) shown.current = { question, rows: held.rows };
	});
	const apply = () => {
		shown.current = null;
		redraw((n) => n + 1);
	};
	return { ...held, point, focus, apply };
}
