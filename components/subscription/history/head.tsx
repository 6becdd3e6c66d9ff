"use client";
// What is drawn, over which stretch of time, and how does somebody take it along? The controls above a chart.
import { useState } from "react";
import type { Shown } from "#components/charts/series.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SubscriptionReply } from "#lib/wire/board.ts";
import type { Clock } from "../clock.ts";
import type { ShownHistory } from "../use-shown.ts";
import { Custom } from "./custom-range.tsx";
import { pointsAsked, ranges } from "./range.ts";
import type { HighWater } from "./read.ts";
import { type HistoryNow, historyPath } from "./use-history.ts";

type HeadProps = {
	readonly reply: SubscriptionReply;
	readonly clock: Clock;
	readonly at: ShownHistory;
	readonly now: HistoryNow;
	readonly highWater: HighWater | null;
};

export function HistoryHead(
	props: HeadProps & {
		readonly charts: readonly Shown[];
		readonly shown: Shown;
	},
) {
	const { history: words, subscription } = useWords();
	const { at, charts, shown } = props;
	const [isCustom, setCustom] = useState(false);
	const { span, isTable } = at;
	return (
		<>
			<div className="sec-h history-head">
				<h2 className="sr">{subscription.history}</h2>
				<fieldset className="seg" disabled={isTable}>
					<legend className="sr">{words.drawn}</legend>
					{charts.map((chart) => (
						<button
							key={chart}
							type="button"
							aria-pressed={chart === shown}
							onClick={() => at.draw(chart)}
						>
							{subscription[chart]}
						</button>
					))}
				</fieldset>
				<span className="grow" />
				<fieldset className="seg">
					<legend className="sr">{words.range}</legend>
					{ranges.map((range) => (
						<button
							key={range}
							type="button"
							aria-pressed={span.is === "live" && span.range === range}
							onClick={() => at.follow(range)}
						>
							{words.ranges[range]}
						</button>
					))}
					<button
						type="button"
						aria-pressed={span.is === "frozen"}
						aria-expanded={isCustom}
						onClick={() => setCustom(!isCustom)}
					>
						{words.custom}
					</button>
				</fieldset>
				<button
					type="button"
					className="btn bare small"
					onClick={() => at.tabulate(!isTable)}
				>
					{isTable ? words.asChart : words.asTable}
				</button>
			</div>
			{isCustom && (
				<Custom
					now={props.now}
					onShow={(fromMs, toMs) => {
						at.into(fromMs, toMs);
						setCustom(false);
					}}
				/>
			)}
			<Standing {...props} />
		</>
	);
}

/** Whether it follows the present, and its points to take along. */
function Standing(props: HeadProps & { readonly shown: Shown }) {
	const { reply, clock, at, now, shown } = props;
	const { history: words, numbers } = useWords();
	const { told } = now;
	const { span } = at;
	const range = told?.range;
	const moment = (ms: number) => numbers.moment(ms, clock.serverMs);
	const file = (format: "csv" | "json") =>
		range &&
		historyPath(reply.row.id, {
			...{ fromMs: range.fromMs, toMs: range.toMs, points: pointsAsked },
			format,
		});
	return (
		<p className="history-standing">
			{!at.isTable && (
				<Legend
					shown={shown}
					isTidal={shown === "lag" && props.highWater !== null}
				/>
			)}
			{span.is === "frozen" ? (
				<>
					<span className="frozen">
						{words.frozen(moment(span.fromMs), moment(span.toMs))}
					</span>
					<button
						type="button"
						className="link"
						onClick={() => at.follow(at.range)}
					>
						{words.live}
					</button>
				</>
			) : (
				range && (
					<button
						type="button"
						className="link"
						onClick={() => at.freeze(range.fromMs, range.toMs)}
					>
						{words.freeze}
					</button>
				)
			)}
			<span className="grow" />
			{(["csv", "json"] as const).map((format) => (
				<a
					key={format}
					className="link"
					href={file(format)}
					title={words.download(format.toUpperCase())}
				>
					{format.toUpperCase()}
				</a>
			))}
		</p>
	);
}

function Legend(props: {
	readonly shown: Shown;
	/** Whether it is known what is high. */
	readonly isTidal: boolean;
}) {
	const { shown, isTidal } = props;
	const { history: words, subscription } = useWords();
	return (
		<span className="legend">
			<span className="key-water">
				{subscription[shown]}, {words.departures}
			</span>
			<span className="key-water-2">{words.arrivals}</span>
			{isTidal && <span className="key-above">{words.aboveHighWater}</span>}
		</span>
	);
}
