"use client";
// What does the group hold: how old, how often delivered, by whom, and entry by entry? As the broker shows it when somebody looks.
import { useState } from "react";
import { anyPending } from "#lib/core/pending.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Clock } from "./clock.ts";
import { LookHead } from "./look-head.tsx";
import { PendingFilters } from "./pending-filters.tsx";
import { HowSure, Pictures } from "./pending-pictures.tsx";
import { PendingTable } from "./pending-table.tsx";
import { useSeesContents } from "./use-contents.ts";
import { useLook } from "./use-look.ts";
import { type PendingNow, type Sought, usePending } from "./use-pending.ts";

const limit = 50;
/** A count goes on at the broker only while somebody asks how far it has come. */
const countingEveryMs = 1_000;

export function Pending(props: {
	readonly subscription: string;
	readonly clock: Clock;
}) {
	const { pending: words } = useWords();
	const { subscription, clock } = props;
	const [sought, setSought] = useState<Sought>(anyPending);
	const [whole, setWhole] = useState(false);
	const { member } = sought;
	const now = useLook(
		{
			...{ subscription, part: "survey", sort: "lag", offset: 0, limit: 1 },
			pending: { member, whole },
		},
		({ survey }) => whole && survey?.bound !== "exact" && countingEveryMs,
	);
	const survey = now.look?.survey ?? null;
	const isNothing = survey !== null && survey.holdersTotal === 0;
	return (
		<section className="look wide pending">
			<LookHead
				title={words.title}
				note={survey === null ? "" : words.held(survey.total)}
				now={now}
				clock={clock}
			/>
			{survey === null && now.failure === null && <Waiting />}
			{isNothing && <p>{words.nothing}</p>}
			{survey !== null && !isNothing && (
				<>
					<Pictures survey={survey} />
					<HowSure survey={survey} counting={whole} onCount={setWhole} />
					<PendingFilters
						sought={sought}
						holders={survey.holders}
						onSeek={({ member, deliveriesMin, idleMinMs }) =>
							setSought({ member, deliveriesMin, idleMinMs })
						}
					/>
					<Entries
						key={JSON.stringify(sought)}
						subscription={subscription}
						sought={sought}
					/>
				</>
			)}
		</section>
	);
}

function Waiting() {
	return (
		<div className="ghosts" aria-hidden="true">
			<i className="ghost wide" />
			<i className="ghost figs" />
		</div>
	);
}

function Entries(props: {
	readonly subscription: string;
	readonly sought: Sought;
}) {
	const words = useWords();
	const { subscription, sought } = props;
	/** Where each page begins, up to the one that is shown. */
	const [starts, setStarts] = useState<readonly (string | null)[]>([null]);
	const may = useSeesContents();
	const after = starts.at(-1) ?? null;
	const now = usePending(subscription, sought, after, limit);
	const { entries, failure } = now;
	return (
		<>
			{failure !== null && (
				<p role="alert">{problemSentence(words, failure)}</p>
			)}
			{entries === null && failure === null && <Waiting />}
			{entries !== null && entries.length > 0 && (
				<PendingTable
					subscription={subscription}
					entries={entries}
					atMs={now.atMs}
					may={may}
				/>
			)}
			{entries?.length === 0 && !now.seeking && !now.stopped && (
				<p>{words.pending.noMatch}</p>
			)}
			<Turning
				now={now}
				isFirst={starts.length === 1}
				onNext={(next) => setStarts([...starts, next])}
				onBack={() => setStarts(starts.slice(0, -1))}
			/>
		</>
	);
}

function Turning(props: {
	readonly now: PendingNow;
	readonly isFirst: boolean;
	readonly onNext: (after: string) => void;
	readonly onBack: () => void;
}) {
	const { pending: words } = useWords();
	const { now, isFirst, onNext, onBack } = props;
	const { next, entries } = now;
	if (entries === null) return null;
	const isSearch = now.passed > entries.length;
	return (
		<p className="look-pages">
			{(isSearch || now.seeking) && (
				<span aria-live="polite">{words.passed(now.passed, now.total)}</span>
			)}
			{now.seeking && (
				<button type="button" className="btn small" onClick={now.stop}>
					{words.stop}
				</button>
			)}
			{now.stopped && (
				<button type="button" className="btn small" onClick={now.further}>
					{words.further}
				</button>
			)}
			{!isFirst && (
				<button type="button" className="btn small" onClick={onBack}>
					{words.previous}
				</button>
			)}
			{next !== null && (
				<button
					type="button"
					className="btn small"
					onClick={() => onNext(next)}
				>
					{words.next}
				</button>
			)}
		</p>
	);
}
