"use client";
// What was every number at each point, for whoever reads numbers? The latest first.
import type { Point, Shown } from "#components/charts/series.ts";
import { Unknown } from "#components/ui/unknown.tsx";
import type { HistoryRange } from "#lib/core/history.ts";
import { useWords } from "#lib/say/speech.tsx";
import { amountSaid } from "./said.ts";

export function HistoryTable(props: {
	readonly range: HistoryRange;
	readonly points: readonly Point[];
	readonly charts: readonly Shown[];
}) {
	const { history: words, subscription, numbers } = useWords();
	const { range, points, charts } = props;
	const name = words.table(
		numbers.wholly(range.fromMs),
		numbers.wholly(range.toMs),
	);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
		<section className="history-table" aria-label={name} tabIndex={0}>
			<table className="list" aria-label={name}>
				<thead>
					<tr>
						<th scope="col">{words.time}</th>
						{charts.map((chart) => (
							<th key={chart} scope="col" className="num">
								{subscription[chart]}
							</th>
						))}
						<th scope="col" className="num">
							{words.arrivals} /s
						</th>
						<th scope="col" className="num">
							{words.departures} /s
						</th>
					</tr>
				</thead>
				<tbody>
					{points.toReversed().map((point) => (
						<tr key={point.atMs}>
							<th scope="row" className="nw">
								{numbers.wholly(point.atMs)}
							</th>
							{point.asked ? (
								<Told point={point} charts={charts} />
							) : (
								<td className="q" colSpan={charts.length + 2}>
									{words.notRead}
								</td>
							)}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Told(props: {
	readonly point: Point;
	readonly charts: readonly Shown[];
}) {
	const words = useWords();
	const { numbers } = words;
	const { point, charts } = props;
	const cells: readonly (readonly [string, string | null])[] = [
		...charts.map((chart) => {
			const n = point[chart];
			return [chart, n === null ? null : amountSaid(words, chart, n)] as const;
		}),
		["in", point.in === null ? null : numbers.pace(point.in)],
		["out", point.out === null ? null : numbers.pace(point.out)],
	];
	return cells.map(([of, text]) => (
		<td key={of} className="num">
			{text ?? <Unknown why={numbers.notKnown} />}
		</td>
	));
}
