"use client";
// From when to when does somebody want to see? In the zone in which times are shown, to the second.
import { type FormEvent, useId, useState } from "react";
import { fieldOf, msOfField } from "#components/ui/date-field.ts";
import { useWords } from "#lib/say/speech.tsx";
import { isStretch } from "./range.ts";
import type { HistoryNow } from "./use-history.ts";

export function Custom(props: {
	readonly now: HistoryNow;
	readonly onShow: (fromMs: number, toMs: number) => void;
}) {
	const { history: words, numbers } = useWords();
	const { told } = props.now;
	const first = (ms: number | undefined) =>
		ms === undefined ? "" : fieldOf(ms, numbers.zoneMs(ms));
	const [from, setFrom] = useState(() => first(told?.range.fromMs));
	const [to, setTo] = useState(() => first(told?.range.toMs));
	const [isTurned, setTurned] = useState(false);
	const why = useId();
	const show = (event: FormEvent) => {
		event.preventDefault();
		const fromMs = msOfField(from, numbers.zoneMs);
		const toMs = msOfField(to, numbers.zoneMs);
		if (fromMs === null || toMs === null || !isStretch(fromMs, toMs))
			return setTurned(true);
		props.onShow(fromMs, toMs);
	};
	const field = (name: string, value: string, set: (value: string) => void) => (
		<label className="choice">
			{name}
			<input
				type="datetime-local"
				step="1"
				required
				value={value}
				aria-invalid={isTurned}
				{...(isTurned ? { "aria-describedby": why } : {})}
				onChange={(event) => {
					set(event.target.value);
					setTurned(false);
				}}
			/>
		</label>
	);
	return (
		<form className="custom-range" onSubmit={show}>
			{field(words.from, from, setFrom)}
			{field(words.to, to, setTo)}
			<button type="submit" className="btn small">
				{words.show}
			</button>
			{isTurned && (
				<p id={why} role="alert">
					{words.turned}
				</p>
			)}
		</form>
	);
}
