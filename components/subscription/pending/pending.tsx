"use client";
// What does the group hold: how old, how often delivered, by whom, and entry by entry? As the broker shows it when somebody looks.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { anyPending } from "#lib/core/pending.ts";
import type { Spot } from "#lib/core/people/scope.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Clock } from "../clock.ts";
import { LookHead } from "../look-head.tsx";
import { useSeesContents } from "../use-contents.ts";
import { useLook } from "../use-look.ts";
import { PendingFilters } from "./filters.tsx";
import { HowSure, Pictures } from "./pictures.tsx";
import { PendingTable } from "./table.tsx";
import { Turning } from "./turning.tsx";
import { pendingKey, type Sought, usePending } from "./use-pending.ts";

const limit = 50;
/** A count goes on at the broker only while somebody asks how far it has come. */
const countingEveryMs = 1_000;

export function Pending(props: {
	readonly subscription: string;
	readonly spot: Spot;
	readonly clock: Clock;
	/** Beyond this something is held longer than is usual here. */
	readonly usualSeconds: number | null;
}) {
	const { pending: words } = useWords();
	const { subscription, clock } = props;
	const [sought, setSought] = useState<Sought>(anyPending);
	const [whole, setWhole] = useState(false);
	const { member } = sought;
	const client = useQueryClient();
	const now = useLook(
		{
			...{ subscription, part: "survey", sort: "lag", offset: 0, limit: 1 },
			pending: { member, whole },
		},
		({ survey }) => whole && survey?.bound !== "exact" && countingEveryMs,
	);
	const again = () => {
		now.again();
		void client.refetchQueries({ queryKey: pendingKey, type: "active" });
	};
	const survey = now.look?.survey ?? null;
	const isNothing = survey !== null && survey.holdersTotal === 0;
	return (
		<section className="look wide pending">
			<LookHead
				title={words.title}
				note={survey === null || isNothing ? "" : words.held(survey.total)}
				now={{ ...now, again }}
				clock={clock}
			/>
			{survey === null && now.failure === null && <Waiting />}
			{isNothing && <p>{words.nothing}</p>}
			{survey !== null && !isNothing && (
				<>
					<Pictures survey={survey} usualSeconds={props.usualSeconds} />
					<HowSure
						survey={survey}
						whole={whole}
						onCount={(wanted) =>
							wanted && whole ? now.again() : setWhole(wanted)
						}
					/>
					<PendingFilters
						sought={sought}
						holders={survey.holders}
						onSeek={({ member, deliveriesMin, idleMinMs }) =>
							setSought({ member, deliveriesMin, idleMinMs })
						}
					/>
					<Entries
						key={JSON.stringify(sought)}
						{...{ subscription, sought }}
						spot={props.spot}
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
	readonly spot: Spot;
	readonly sought: Sought;
}) {
	const words = useWords();
	const { subscription, sought } = props;
	/** Where each page begins, up to the one that is shown. */
	const [starts, setStarts] = useState<readonly (string | null)[]>([null]);
	const may = useSeesContents(props.spot);
	const after = starts.at(-1) ?? null;
	const now = usePending(subscription, sought, after, limit);
	const { entries, failure } = now;
	return (
		<>
			{failure !== null && (
				<div className="note l-stalled" role="alert">
					<Icon path={glyphs.warn} />
					<span>{problemSentence(words, failure)}</span>
				</div>
			)}
			{entries === null && failure === null && <Waiting />}
			{entries !== null && entries.length > 0 && (
				<PendingTable
					subscription={subscription}
					entries={entries}
					atMs={now.atMs}
					may={may}
					turning={now.turning}
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
