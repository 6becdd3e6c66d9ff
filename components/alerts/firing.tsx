"use client";
// What fires now? The gravest first, with why, who was told, and what can be done.
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import { FailedNote } from "#components/ui/failed-note.tsx";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { AlertsReply } from "#lib/wire/alerts.ts";
import { FiringRow, type WhenOf } from "./firing-row.tsx";
import { Mutes } from "./mutes.tsx";
import { openMuting } from "./muting.ts";
import type { AlertsNow } from "./use-alerts.ts";
import { useMayNot } from "./use-may-tend.ts";

export function Firing(props: {
	readonly now: AlertsNow;
	readonly nowMs: number;
	readonly whenOf: WhenOf;
	readonly mayTend: boolean | null;
}) {
	const words = useWords();
	const { alerts: said, numbers } = words;
	const { now, mayTend } = props;
	const mayNot = useMayNot();
	const { reply, problem } = now;
	return (
		<section aria-labelledby="alerts-firing">
			<div className="sec-h">
				<h1 className="alerts-h" id="alerts-firing">
					{said.firing}
				</h1>
				{reply && <span className="q">{numbers.count(reply.firingTotal)}</span>}
				{reply && reply.pending > 0 && reply.firing.length > 0 && (
					<span className="q">{said.pending(reply.pending)}</span>
				)}
				<span className="grow" />
				<button
					type="button"
					className="btn small"
					aria-disabled={mayTend !== true}
					title={mayTend === false ? (mayNot ?? said.mayNot) : undefined}
					onClick={() => mayTend && openMuting([""])}
				>
					<Icon path={glyphs.mute} />
					{said.muteAll}
				</button>
			</div>
			{problem !== null && (
				<FailedNote
					said={problemSentence(words, problem)}
					again={words.trouble.again}
					onAgain={now.again}
				/>
			)}
			{reply === null && problem === null && (
				<div className="alerts-waits" aria-busy="true">
					<p className="sr">{said.loading}</p>
					<i className="ghost" />
					<i className="ghost" />
					<i className="ghost" />
				</div>
			)}
			{reply !== null && <Those {...props} reply={reply} />}
			{reply !== null && reply.mutes.length > 0 && (
				<Mutes mutes={reply.mutes} nowMs={props.nowMs} mayTend={mayTend} />
			)}
		</section>
	);
}

function Those(props: {
	readonly reply: AlertsReply;
	readonly nowMs: number;
	readonly whenOf: WhenOf;
	readonly mayTend: boolean | null;
}) {
	const { alerts: said } = useWords();
	const { reply, ...rest } = props;
	const { firing, firingTotal, pending, systems } = reply;
	if (firing.length === 0)
		return (
			<div className="alerts-none l-healthy">
				<VerdictIcon verdict="healthy" />
				<div>
					<p className="m">{said.nothing}</p>
					<p className="q2">{said.nothingWhy(pending)}</p>
				</div>
			</div>
		);
	return (
		<>
			<ul className="alerts-firing">
				{firing.map((alert) => (
					<FiringRow key={alert.id} {...rest} {...{ alert, systems }} />
				))}
			</ul>
			{firingTotal > firing.length && (
				<p className="q alerts-more">
					{said.more(firingTotal - firing.length)}
				</p>
			)}
		</>
	);
}
