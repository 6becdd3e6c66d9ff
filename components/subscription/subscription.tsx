"use client";
// Why does this backlog stand as it does, since when, and who reads it? One subscription in depth.
import Link from "next/link";
import { LagHour } from "#components/charts/lag-hour.tsx";
import { endsOf } from "#components/charts/spark.ts";
import { GhostPage } from "#components/ui/ghosts.tsx";
import { useLive } from "#components/ui/live.tsx";
import { useWidth } from "#components/ui/width.ts";
import { shown } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Values } from "#lib/say/words.ts";
import type { RowReply } from "#lib/wire/board.ts";
import { Figures } from "./figures.tsx";
import { Heading } from "./heading.tsx";
import { Members } from "./members.tsx";
import { Partitions } from "./partitions.tsx";
import { Pending } from "./pending.tsx";
import { Subscribers } from "./subscribers.tsx";
import type { SubscriptionNow } from "./use-subscription.ts";

export function Subscription(props: { readonly now: SubscriptionNow }) {
	const { reply, clock, problem } = props.now;
	if (reply === null || clock === null)
		return <Absent now={props.now} isGone={problem?.code === "not found"} />;
	const { row, system } = reply;
	const kind = system.kinds[row.kind];
	return (
		<div
			className={row.stale ? "page subscription stale" : "page subscription"}
		>
			<Heading reply={reply} clock={clock} />
			<Figures row={row} system={system} />
			<LastHour row={row} endMs={clock.serverMs} />
			<div className="looks">
				{kind?.partitioned && (
					<Partitions subscription={row.id} clock={clock} />
				)}
				{row.group !== null && (
					<Members
						subscription={row.id}
						clock={clock}
						holds={kind?.holds ?? true}
					/>
				)}
				{kind?.keeps === false && (
					<Subscribers subscription={row.id} clock={clock} />
				)}
				{row.group !== null && kind?.itemised && (
					<Pending subscription={row.id} clock={clock} />
				)}
			</div>
		</div>
	);
}

function LastHour(props: { readonly row: RowReply; readonly endMs: number }) {
	const { board, subscription, numbers } = useWords();
	const { spark } = props.row;
	const [place, width] = useWidth();
	const ends = endsOf(spark);
	if (ends === null) return null;
	return (
		<section ref={place}>
			<div className="sec-h">
				<h2 className="h-sec">{subscription.lag}</h2>
				<span className="look-note">{subscription.lastHour}</span>
			</div>
			<LagHour
				series={spark}
				endMs={props.endMs}
				label={board.spark(ends.from, ends.to)}
				width={width}
				amount={numbers.roughly}
				time={(ms) => numbers.moment(ms, props.endMs)}
			/>
		</section>
	);
}

/** What it was, while the server remembers. */
function GoneNames(props: { readonly values: Values }) {
	const { channel, group } = props.values;
	if (channel === undefined) return null;
	return (
		<p className="gone-names">
			<bdi>{shown(String(channel))}</bdi>
			{group !== undefined && (
				<>
					{" → "}
					<bdi>{shown(String(group))}</bdi>
				</>
			)}
		</p>
	);
}

function Absent(props: {
	readonly now: SubscriptionNow;
	readonly isGone: boolean;
}) {
	const words = useWords();
	const { askNow } = useLive();
	const { problem } = props.now;
	if (problem === null)
		return <GhostPage className="subscription" said={words.board.loading} />;
	return (
		<section className="nothing">
			<h1>{props.isGone ? words.subscription.gone : words.trouble.title}</h1>
			<GoneNames values={problem.detail.values} />
			<p role="alert">
				{props.isGone && problem.detail.values.at === undefined
					? words.subscription.goneWhy
					: problemSentence(words, problem.detail)}
			</p>
			<p className="choices">
				<button type="button" className="btn" onClick={askNow}>
					{words.trouble.again}
				</button>
				<Link className="btn" href="/" prefetch={false}>
					{words.trouble.toBoard}
				</Link>
			</p>
		</section>
	);
}
