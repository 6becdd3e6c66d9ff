"use client";
// Why does this backlog stand as it does, since when, and who reads it? One subscription in depth.
import Link from "next/link";
import type { ReactNode } from "react";
import type { DeedMark } from "#components/charts/marks.ts";
import { GhostPage } from "#components/ui/ghosts.tsx";
import { useLive } from "#components/ui/live.tsx";
import { shown } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Values } from "#lib/say/words/words.ts";
import type { SubscriptionReply } from "#lib/wire/board.ts";
import { Beside } from "./beside.tsx";
import type { Clock } from "./clock.ts";
import { Figures } from "./figures.tsx";
import { Heading } from "./heading.tsx";
import { History } from "./history/history.tsx";
import { useHistory, useWeekBefore } from "./history/use-history.ts";
import { type MemberDeed, Members } from "./members.tsx";
import { Partitions } from "./partitions.tsx";
import { Pending } from "./pending/pending.tsx";
import { Subscribers } from "./subscribers.tsx";
import { useShown } from "./use-shown.ts";
import type { SubscriptionNow } from "./use-subscription.ts";
import { Work } from "./work.tsx";

const none: readonly DeedMark[] = [];

export function Subscription(props: {
	readonly now: SubscriptionNow;
	/** What can be done about it. */
	readonly acts?: (reply: SubscriptionReply) => ReactNode;
	/** What can be done about one of its members. */
	readonly memberDeed?: (reply: SubscriptionReply) => MemberDeed;
	/** What somebody did about it. */
	readonly done?: readonly DeedMark[];
}) {
	const { reply, clock, problem } = props.now;
	if (reply === null || clock === null)
		return <Absent now={props.now} isGone={problem?.code === "not found"} />;
	const { row } = reply;
	return (
		<div
			className={row.stale ? "page subscription stale" : "page subscription"}
		>
			<Heading reply={reply} clock={clock}>
				{props.acts?.(reply)}
			</Heading>
			<Columns
				{...{ reply, clock, done: props.done ?? none }}
				deed={props.memberDeed?.(reply)}
			/>
		</div>
	);
}

function Columns(props: {
	readonly reply: SubscriptionReply;
	readonly clock: Clock;
	readonly done: readonly DeedMark[];
	readonly deed: MemberDeed | undefined;
}) {
	const { reply, clock, done, deed } = props;
	const { row, system, askAgainMs } = reply;
	const at = useShown();
	const now = useHistory(row.id, at.span, clock, askAgainMs);
	const week = useWeekBefore(row.id, now.told);
	const kind = system.kinds[row.kind];
	const usualSeconds = week?.usualHeldSeconds ?? null;
	return (
		<>
			<Figures row={row} system={system} usualSeconds={usualSeconds} />
			<div className={kind?.partitioned ? "s-columns parted" : "s-columns"}>
				{kind?.keeps !== false && (
					<History
						{...props}
						at={at}
						now={now}
						highWater={week?.highWater ?? null}
					/>
				)}
				<Beside {...{ reply, now, done }} />
				<div className="looks">
					{kind?.partitioned && (
						<Partitions subscription={row.id} clock={clock} whole={row} />
					)}
					{row.group !== null && (
						<Members
							subscription={row.id}
							clock={clock}
							holds={kind?.holds ?? true}
							counted={row.members}
							deed={deed}
						/>
					)}
					{kind?.group === null && kind.keeps && (
						<Work subscription={row.id} clock={clock} deed={deed} />
					)}
					{kind?.keeps === false && (
						<Subscribers subscription={row.id} clock={clock} />
					)}
					{row.group !== null && kind?.itemised && (
						<Pending
							subscription={row.id}
							spot={row}
							clock={clock}
							usualSeconds={usualSeconds}
						/>
					)}
				</div>
			</div>
		</>
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
	const title = props.isGone ? words.subscription.gone : words.trouble.title;
	return (
		<section className="nothing">
			<title>{`${title} · Tidemark`}</title>
			<h1>{title}</h1>
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
