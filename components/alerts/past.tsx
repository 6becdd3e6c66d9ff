"use client";
// What fired before, for how long, and what ended it? A picture with a line for each thing, and the table under it.
import { FailedNote } from "#components/ui/failed-note.tsx";
import { backTestDays } from "#lib/core/alert/asked/errand.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { AlertReply } from "#lib/wire/alerts.ts";
import type { useAlertsAddress } from "./address.ts";
import { PastPicture } from "./past-picture.tsx";
import { PastTable } from "./past-table.tsx";
import type { PastNow } from "./use-past.ts";

const dayMs = 24 * 3_600_000;

export function Past(props: {
	readonly past: PastNow;
	/** They lie in the picture as well. */
	readonly firing: readonly AlertReply[];
	readonly at: ReturnType<typeof useAlertsAddress>;
}) {
	const words = useWords();
	const { alerts, trouble } = words;
	const { past: said } = alerts;
	const { past, firing, at } = props;
	const { whole, toMs } = past;
	const shown = [...firing, ...past.alerts];
	const stillMs = firing.reduce(
		(sum, { fired }) =>
			fired === null ? sum : sum + Math.max(0, toMs - Date.parse(fired)),
		0,
	);
	return (
		<section
			className="alerts-past"
			aria-labelledby="alerts-past"
			aria-busy={whole === null && past.problem === null}
			{...(past.isBefore ? { "data-before": "" } : {})}
		>
			<div className="sec-h">
				<h2 className="h-sec" id="alerts-past">
					{said.title(at.days)}
				</h2>
				{whole && (
					<span className="q">
						{said.sum(
							whole.total + firing.length,
							(whole.firingMs + stillMs) / 1_000,
						)}
					</span>
				)}
				<span className="grow" />
				<fieldset className="seg">
					<legend className="sr">{said.range}</legend>
					{backTestDays.map((days) => (
						<button
							key={days}
							type="button"
							aria-pressed={days === at.days}
							onClick={() => void at.set({ days })}
						>
							{said.days(days)}
						</button>
					))}
				</fieldset>
			</div>
			{past.problem !== null && (
				<FailedNote
					said={problemSentence(words, past.problem)}
					again={trouble.again}
					onAgain={past.again}
				/>
			)}
			{whole !== null && shown.length === 0 && (
				<p className="q2">{said.none}</p>
			)}
			{shown.length > 0 && (
				<PastPicture
					alerts={shown}
					fromMs={toMs - at.days * dayMs}
					toMs={toMs}
				/>
			)}
			{past.alerts.length > 0 && (
				<PastTable alerts={past.alerts} nowMs={toMs} />
			)}
			{past.hasOlder && (
				<button type="button" className="btn small" onClick={past.older}>
					{said.older}
				</button>
			)}
		</section>
	);
}
