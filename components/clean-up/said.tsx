"use client";
// Why is it done, and is it really meant? A reason for the record, and a name to type where messages can be lost.
import { useId } from "react";
import { whyLengthMax } from "#lib/core/clean-up/consent.ts";
import { shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import { useLeave } from "./use-leave.ts";

export function Said(props: {
	readonly why: string;
	readonly setWhy: (why: string) => void;
	readonly typed: string;
	readonly setTyped: (typed: string) => void;
	/** What has to be typed; null where nothing can be lost. */
	readonly name: string | null;
}) {
	const { plan: words } = useWords().cleanUp;
	const { why, setWhy, typed, setTyped, name } = props;
	const required = useLeave()?.reasonRequired ?? false;
	const ids = { why: useId(), typed: useId() };
	const plain = { autoComplete: "off", spellCheck: false } as const;
	const [before, after] = words.typeThis;
	return (
		<div className="d-said">
			<div>
				<label className="label" htmlFor={ids.why}>
					{words.reason}{" "}
					<span>{required ? words.reasonRequired : words.reasonKept}</span>
				</label>
				<input
					id={ids.why}
					className="field"
					value={why}
					maxLength={whyLengthMax}
					required={required}
					{...plain}
					onChange={({ target }) => setWhy(target.value)}
				/>
			</div>
			{name !== null && (
				<div>
					<label className="label" htmlFor={ids.typed}>
						{before}
						<b>{shown(name)}</b>
						{after} <span>{words.pasteIsFine}</span>
					</label>
					<input
						id={ids.typed}
						className="field"
						value={typed}
						required
						{...plain}
						autoCapitalize="off"
						onChange={({ target }) => setTyped(target.value)}
					/>
				</div>
			)}
		</div>
	);
}
