// How is each number of a row shown? Unknown is a dash, not applicable is empty, and zero is zero.
import { endsOf, trendOf } from "#components/charts/spark.ts";
import { Spark } from "#components/charts/spark.tsx";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { type Amount, exactly } from "#lib/core/amount.ts";
import { membersSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";
import { forecastOf } from "./forecast.ts";
import { memberBar } from "./members.ts";

type Cell = { readonly row: RowReply };

const amountOf = (n: number | Amount): Amount =>
	typeof n === "number" ? exactly(n) : n;

export function LagCell({ row, keeps }: Cell & { readonly keeps: boolean }) {
	const { board, numbers } = useWords();
	if (!keeps) return null;
	const trend = row.stale ? null : trendOf(row.spark);
	return (
		<span className={`lagv ${trend ?? ""}`}>
			{row.lag === null ? (
				<Unknown why={numbers.notKnown} />
			) : (
				numbers.amount(row.lag)
			)}
			{row.lag !== null && trend !== null ? (
				<Icon path={glyphs[trend]} size="xs" label={board.trends[trend]} />
			) : (
				<span className="i-xs" />
			)}
		</span>
	);
}

export function SparkCell({ row }: Cell) {
	const { board } = useWords();
	const ends = endsOf(row.spark);
	if (ends === null) return null;
	return (
		<Spark
			series={row.spark}
			highWater={row.highWater}
			look={`l-${row.verdict}`}
			label={board.spark(ends.from, ends.to)}
		/>
	);
}

export function PaceCell(props: {
	readonly perSecond: number | Amount | null;
	readonly alarming?: boolean;
}) {
	const { numbers } = useWords();
	const { perSecond, alarming = false } = props;
	if (perSecond === null) return <Unknown why={numbers.notKnown} />;
	const text = numbers.flow(amountOf(perSecond));
	return alarming ? <b>{text}</b> : text;
}

export function HoldingCell(
	props: Cell & {
		readonly holds: boolean;
		readonly holding: Amount | number | null;
	},
) {
	const { numbers } = useWords();
	const { row, holds, holding } = props;
	if (!holds) return null;
	if (holding === null) return <Unknown why={numbers.notKnown} />;
	const held = amountOf(holding);
	const age = row.oldestHeldSeconds;
	const old = row.verdict === "stalled" && age !== null && age > 600;
	return (
		<span className={old ? "hold old" : "hold"}>
			<b>{numbers.amount(held)}</b>
			<span>{age === null || held.n === 0 ? "" : numbers.largest(age)}</span>
		</span>
	);
}

export function MembersCell({ row }: Cell) {
	const words = useWords();
	const { board, numbers } = words;
	const { members } = row;
	if (members === null) return <Unknown why={numbers.notKnown} />;
	const { live, unknown, stuck, dead, rest } = memberBar(members);
	const text =
		members.registered === 0
			? board.none
			: members.live === null
				? board.registered(members.registered)
				: board.live(members.live, members.registered);
	return (
		<span className="members" title={membersSentence(words, members)}>
			{(members.live !== null || members.registered === 0) && (
				<span className="mbar" aria-hidden="true">
					{live > 0 && <i style={{ flex: live }} />}
					{unknown > 0 && <i className="unknown" style={{ flex: unknown }} />}
					{stuck > 0 && <i className="stuck" style={{ flex: stuck }} />}
					{dead > 0 && <i className="dead" style={{ flex: dead }} />}
					{(rest > 0 || members.registered === 0) && (
						<i className="none" style={{ flex: Math.max(1, rest) }} />
					)}
				</span>
			)}
			<span>{text}</span>
		</span>
	);
}

export function ForecastCell(
	props: Cell & {
		/** Where nothing waits there is nothing to foretell but what will be lost. */
		readonly keeps: boolean;
		/** By the server's clock; not null when the values can no longer be vouched for. */
		readonly staleAtMs: number | null;
	},
) {
	const { board, numbers } = useWords();
	const { row, staleAtMs } = props;
	const words = board.forecast;
	const forecast = forecastOf(row);
	if (forecast === null && !props.keeps) return null;
	if (forecast === null) return <Unknown why={numbers.notKnown} />;
	if (forecast.is === "loses" || forecast.is === "drained") {
		const { is, seconds } = forecast;
		const look = is === "loses" ? `fc loss l-${row.verdict}` : "fc calm";
		const dueMs = Date.parse(row.at) + seconds * 1_000;
		return (
			<Time look={look} ms={dueMs} whole={numbers.wholly}>
				{staleAtMs !== null
					? words.wasDue(dueMs, staleAtMs)
					: is === "loses"
						? words.loses(seconds)
						: "between" in forecast && forecast.between
							? words.drainedBetween(
									forecast.between.lowSeconds,
									forecast.between.highSeconds,
								)
							: words.drained(seconds)}
			</Time>
		);
	}
	const said = {
		lost: ["fc loss l-losing", words.lost],
		growing: ["fc grow-f", words.growing],
		steady: ["fc calm", words.steady],
		"caught up": ["fc calm", words.caughtUp],
	}[forecast.is];
	return <span className={said[0]}>{said[1]}</span>;
}
