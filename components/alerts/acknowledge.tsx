"use client";
// How does somebody say that they are on it? One button, and a note for the others if they like.
import { type FormEvent, useId, useState } from "react";

import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { useTending } from "./use-tending.ts";

export function Acknowledge(props: {
	readonly alert: string;
	readonly isOff: boolean;
	readonly whyOff: string | undefined;
}) {
	const words = useWords();
	const { alerts: said } = words;
	const { alert, isOff, whyOff } = props;
	const id = useId();
	const [why, setWhy] = useState<string | null>(null);
	const { tend, isBusy, failure } = useTending(() => setWhy(null));
	const take = (event: FormEvent) => {
		event.preventDefault();
		tend({ verb: "acknowledge", alert, why: (why ?? "").trim() });
	};
	if (why === null)
		return (
			<button
				type="button"
				className="btn small bare"
				aria-disabled={isOff}
				title={whyOff}
				onClick={() => !isOff && setWhy("")}
			>
				{said.acknowledge}
			</button>
		);
	return (
		<form className="alerts-note" onSubmit={take}>
			<label className="sr" htmlFor={id}>
				{said.acknowledgeWhy}
			</label>
			<input
				id={id}
				// biome-ignore lint/a11y/noAutofocus: it came in place of the button that was pressed
				autoFocus
				value={why}
				maxLength={500}
				placeholder={said.acknowledgeWhy}
				autoComplete="off"
				onChange={({ target }) => setWhy(target.value)}
				onKeyDown={({ key }) => key === "Escape" && setWhy(null)}
			/>
			<button type="submit" className="btn small" aria-disabled={isBusy}>
				{said.acknowledge}
			</button>
			{failure !== null && (
				<span role="alert" className="alerts-missed">
					{problemSentence(words, failure)}
				</span>
			)}
		</form>
	);
}
