"use client";
// Which positions move, from where to where, and what does that do to messages? The largest first, a page at a time.
import { useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { movedBy } from "#lib/core/clean-up/moved.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";
import { replayOf } from "./replay.ts";

type Move = PlanReply["moves"][number];

const pageOf = 100;

export function Moves({ plan }: { readonly plan: PlanReply }) {
	const { cleanUp, subscription, numbers } = useWords();
	const { moves: words } = cleanUp;
	const { moves, movesLeftOut } = plan;
	const [asked, setFrom] = useState(0);
	if (moves.length === 0) return null;
	const from = asked < moves.length ? asked : 0;
	const shown = moves.slice(from, from + pageOf);
	const isSeveral = new Set(moves.map(({ channel }) => channel)).size > 1;
	const replay = replayOf(plan);
	const isBack = plan.cleanUp.action === "undo";
	return (
		<section className="moves">
			<h3 className="h-sec">
				{words.title}{" "}
				<span className="q">{numbers.count(moves.length + movesLeftOut)}</span>
			</h3>
			{replay !== null && (
				<p className="q2">
					{words.takes(replay === "unknown" ? null : replay)}
				</p>
			)}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
			<div className="moves-rows" tabIndex={0}>
				<table className="ba" aria-label={words.title}>
					<thead>
						<tr>
							{isSeveral && <th scope="col">{words.channel}</th>}
							<th scope="col">{words.partition}</th>
							<th scope="col" className="num">
								{words.before}
							</th>
							<td />
							<th scope="col" className="num">
								{words.after}
							</th>
							<th scope="col">{words.change}</th>
						</tr>
					</thead>
					<tbody>
						{shown.map((move) => (
							<Line
								key={`${move.partition} ${move.channel}`}
								{...{ move, isSeveral, isBack }}
							/>
						))}
					</tbody>
				</table>
			</div>
			{moves.length > pageOf && (
				<p className="look-pages">
					<span>
						{subscription.page(from + 1, from + shown.length, moves.length)}
					</span>
					<button
						type="button"
						className="btn small"
						disabled={from === 0}
						onClick={() => setFrom(from - pageOf)}
					>
						{subscription.previous}
					</button>
					<button
						type="button"
						className="btn small"
						disabled={from + pageOf >= moves.length}
						onClick={() => setFrom(from + pageOf)}
					>
						{subscription.next}
					</button>
				</p>
			)}
			{movesLeftOut > 0 && <p className="q">{words.rest(movesLeftOut)}</p>}
		</section>
	);
}

function Line(props: {
	readonly move: Move;
	readonly isSeveral: boolean;
	readonly isBack: boolean;
}) {
	const { numbers, cleanUp } = useWords();
	const { moves: words } = cleanUp;
	const { move, isSeveral, isBack } = props;
	const { channel, partition, before, after, first, end, isBrought } = move;
	return (
		<tr
			{...(first !== null && end !== null && { title: words.kept(first, end) })}
		>
			{isSeveral && (
				<td>
					<bdi>{brief(channel, 40)}</bdi>
				</td>
			)}
			<th scope="row">{numbers.count(partition)}</th>
			<td className="num">
				<Position at={before} />
			</td>
			<td className="ar">
				{before !== after && <Icon path={glyphs.to} size="xs" />}
			</td>
			<td className="num b">
				<Position at={after} />
			</td>
			<td>
				{isBack ? words.back : <Change move={move} />}
				{isBrought && <span className="q"> · {words.brought}</span>}
			</td>
		</tr>
	);
}

function Position({ at }: { readonly at: number | null }) {
	const { numbers, cleanUp } = useWords();
	return at === null ? <Unknown why={cleanUp.moves.none} /> : numbers.count(at);
}

function Change({ move }: { readonly move: Move }) {
	const { moves: words } = useWords().cleanUp;
	const { before, after } = move;
	const { replayed, skipped } = movedBy(move);
	if (skipped > 0) return <b className="loses">{words.skipped(skipped)}</b>;
	if (replayed > 0) return words.replayed(replayed);
	if (after === null) return words.ends;
	return before === null ? words.begins : words.same;
}
