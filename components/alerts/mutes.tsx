"use client";
// Of what does nobody hear for now, until when, why, and who wanted that?
import { brief } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { MuteReply } from "#lib/wire/alerts.ts";
import { useMayNot } from "./use-may-tend.ts";
import { useTending } from "./use-tending.ts";

export function Mutes(props: {
	readonly mutes: readonly MuteReply[];
	readonly nowMs: number;
	readonly mayTend: boolean | null;
}) {
	const words = useWords();
	const { muting } = words.alerts;
	const { mutes, nowMs, mayTend } = props;
	const hold = mutes.filter(({ ended }) => ended === null);
	if (hold.length === 0) return null;
	return (
		<div className="alerts-mutes">
			<h2 className="h-sec">{muting.hold}</h2>
			<ul>
				{hold.map((mute) => (
					<MuteRow key={mute.id} {...{ mute, nowMs, mayTend }} />
				))}
			</ul>
		</div>
	);
}

function MuteRow(props: {
	readonly mute: MuteReply;
	readonly nowMs: number;
	readonly mayTend: boolean | null;
}) {
	const words = useWords();
	const { alerts, numbers } = words;
	const { muting } = alerts;
	const { mute, nowMs, mayTend } = props;
	const mayNot = useMayNot();
	const { tend, isBusy, failure } = useTending();
	const isOff = mayTend !== true || isBusy;
	const moment = (iso: string) => numbers.moment(Date.parse(iso), nowMs);
	return (
		<li>
			<code>{mute.among === "" ? muting.everything : brief(mute.among)}</code>
			<span className="nw">
				{mute.until === null
					? muting.holdsUntilResolved
					: muting.holds(moment(mute.until))}
			</span>
			<span className="alerts-why">{brief(mute.why, 500)}</span>
			<span className="q nw">
				{muting.by(brief(mute.by, 60), moment(mute.at))}
			</span>
			<button
				type="button"
				className="btn small bare"
				aria-disabled={isOff}
				title={mayNot ?? undefined}
				onClick={() => !isOff && tend({ verb: "end mute", mute: mute.id })}
			>
				{muting.end}
			</button>
			{failure !== null && (
				<span role="alert" className="alerts-missed">
					{problemSentence(words, failure)}
				</span>
			)}
		</li>
	);
}
