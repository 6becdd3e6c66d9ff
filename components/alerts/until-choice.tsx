// For how long is it muted? Four choices, the last of which asks for a moment.
import { useId } from "react";
import { useWords } from "#lib/say/speech.tsx";
import { type MuteSpan, muteSpans } from "./mute-until.ts";

export function UntilChoice(props: {
	readonly span: MuteSpan;
	readonly picked: string;
	/** The next round time of the day. */
	readonly clockMs: number;
	readonly nowMs: number;
	readonly isWrong: boolean;
	readonly onSpan: (span: MuteSpan) => void;
	readonly onPick: (picked: string) => void;
}) {
	const { alerts, numbers } = useWords();
	const { muting } = alerts;
	const id = useId();
	const { span, picked, clockMs, nowMs, isWrong } = props;
	const said: Readonly<Record<MuteSpan, string>> = {
		hour: muting.hour,
		clock: muting.untilClock(numbers.moment(clockMs, nowMs)),
		resolved: muting.untilResolved,
		pick: muting.pick,
	};
	return (
		<fieldset className="alerts-fields">
			<legend>{muting.until}</legend>
			<div className="seg">
				{muteSpans.map((it) => (
					<button
						key={it}
						type="button"
						aria-pressed={it === span}
						onClick={() => props.onSpan(it)}
					>
						{said[it]}
					</button>
				))}
			</div>
			{span === "pick" && (
				<>
					<label className="alerts-field">
						{muting.picked}
						<input
							type="datetime-local"
							value={picked}
							aria-invalid={isWrong}
							aria-describedby={id}
							onChange={({ target }) => props.onPick(target.value)}
						/>
					</label>
					<p id={id} className={isWrong ? "alerts-missed" : "q"}>
						{muting.tooFar}
					</p>
				</>
			)}
		</fieldset>
	);
}
