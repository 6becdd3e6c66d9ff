"use client";
// Of what does somebody not want to hear, until when and why? A dialog over whatever page it was asked for on.
import { type FormEvent, useId, useState } from "react";
import { fieldOf, msOfField } from "#components/ui/date-field.ts";
import { useSheet } from "#components/ui/use-sheet.ts";
import { muteWhyMax } from "#lib/core/alert/mute.ts";
import { filterCharactersMax, parseFilter } from "#lib/core/filter/filter.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { clockAfter, type MuteSpan, untilOf } from "./mute-until.ts";
import { closeMuting } from "./muting.ts";
import { UntilChoice } from "./until-choice.tsx";
import { useMatches } from "./use-matches.ts";
import { useMayNot, useMayTend } from "./use-may-tend.ts";
import { useNow } from "./use-now.ts";
import { useTending } from "./use-tending.ts";

const hourMs = 3_600_000;

export function MuteDialog(props: { readonly among: readonly string[] }) {
	const words = useWords();
	const { muting } = words.alerts;
	const { numbers } = words;
	const dialog = useSheet();
	const id = useId();
	const mayTend = useMayTend();
	const mayNot = useMayNot();
	const nowMs = useNow();
	const [among, setAmong] = useState(props.among);
	const [span, setSpan] = useState<MuteSpan>("hour");
	const [picked, setPicked] = useState(() =>
		fieldOf(nowMs + 4 * hourMs, numbers.zoneMs(nowMs)).slice(0, 16),
	);
	const [why, setWhy] = useState("");
	const [isAsked, setAsked] = useState(false);
	const { tend, isBusy, failure } = useTending(closeMuting);
	const zoneMs = numbers.zoneMs(nowMs);
	const untilMs = untilOf(
		...([span, nowMs, zoneMs] as const),
		msOfField(picked, numbers.zoneMs),
	);
	const isWrong = among.some((filter) => "mistakes" in parseFilter(filter));
	const isOff = mayTend !== true || isBusy;
	const mute = (event: FormEvent) => {
		event.preventDefault();
		setAsked(true);
		if (isOff || isWrong || why.trim() === "" || untilMs === undefined) return;
		tend(
			among.map((filter) => ({
				...{ verb: "mute" as const, among: filter.trim() },
				...{ untilMs, why: why.trim() },
			})),
		);
	};
	return (
		<dialog
			ref={dialog}
			className="dialog alerts-mute"
			aria-labelledby={`${id}-title`}
			onClose={closeMuting}
		>
			<form onSubmit={mute}>
				<header className="d-head">
					<h2 id={`${id}-title`}>{muting.title}</h2>
				</header>
				<div className="d-body">
					<fieldset className="alerts-fields">
						<legend>{muting.among}</legend>
						{among.map((filter, i) => (
							<Among
								// biome-ignore lint/suspicious/noArrayIndexKey: the field is its place, whatever is typed in it
								key={i}
								filter={filter}
								onType={(text) => setAmong(among.with(i, text))}
							/>
						))}
					</fieldset>
					<UntilChoice
						{...{ span, picked }}
						clockMs={clockAfter(nowMs, zoneMs)}
						nowMs={nowMs}
						isWrong={untilMs === undefined}
						onSpan={setSpan}
						onPick={setPicked}
					/>
					<label className="alerts-field">
						{muting.why}
						<input
							value={why}
							maxLength={muteWhyMax}
							required
							autoComplete="off"
							aria-describedby={`${id}-why`}
							onChange={({ target }) => setWhy(target.value)}
						/>
					</label>
					<p
						id={`${id}-why`}
						className={isAsked && why.trim() === "" ? "alerts-missed" : "q"}
					>
						{muting.whyNeeded}
					</p>
					<p className="q2">{muting.means}</p>
					<p role="alert" className="alerts-missed">
						{failure !== null && problemSentence(words, failure)}
						{mayTend === false && mayNot}
					</p>
				</div>
				<footer className="d-foot">
					<span className="grow" />
					<button type="button" className="btn bare" onClick={closeMuting}>
						{muting.cancel}
					</button>
					<button type="submit" className="btn main" aria-disabled={isOff}>
						{muting.mute(among.length)}
					</button>
				</footer>
			</form>
		</dialog>
	);
}

function Among(props: {
	readonly filter: string;
	readonly onType: (filter: string) => void;
}) {
	const words = useWords();
	const { muting } = words.alerts;
	const id = useId();
	const { filter, onType } = props;
	const parsed = parseFilter(filter);
	const mistake = "mistakes" in parsed ? parsed.mistakes[0] : null;
	const matches = useMatches(mistake === null ? filter : null);
	return (
		<div className="alerts-among">
			<input
				className="mono"
				aria-label={muting.among}
				aria-describedby={id}
				aria-invalid={mistake !== null}
				value={filter}
				maxLength={filterCharactersMax}
				placeholder={words.board.filterExample}
				{...{ spellCheck: false, autoComplete: "off", autoCapitalize: "off" }}
				onChange={({ target }) => onType(target.value)}
			/>
			<p id={id} className={mistake === null ? "q" : "alerts-missed"}>
				{mistake !== null
					? problemSentence(words, mistake)
					: [
							...(filter.trim() === "" ? [muting.everything] : []),
							matches === null ? muting.counting : muting.matches(matches),
						].join(" ")}
			</p>
		</div>
	);
}
