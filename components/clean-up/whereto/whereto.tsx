"use client";
// Where is the group to read on, and in which partitions? Each answer is another plan below.
import { useId } from "react";
import { useWords } from "#lib/say/speech.tsx";
import type { Place } from "#lib/say/words/clean-up-whereto.ts";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import { Fields } from "./fields.tsx";
import type { WheretoNow } from "./use-whereto.ts";

const places: readonly Place[] = [
	...(["ago", "time", "first", "end"] as const),
	...(["shift", "exact", "group", "listed"] as const),
];

export function Whereto(props: {
	readonly now: WheretoNow;
	readonly targets: readonly TargetReply[];
}) {
	const { whereto: words } = useWords().cleanUp;
	const { now, targets } = props;
	const { draft, said } = now;
	const name = useId();
	const means = useId();
	return (
		<section className="whereto">
			<fieldset className="w-places" aria-describedby={means}>
				<legend className="h-sec">{words.title}</legend>
				{places.map((place) => (
					<label key={place} className="w-place">
						<input
							type="radio"
							name={name}
							value={place}
							checked={draft.place === place}
							{...(draft.place === place ? { "data-first": true } : {})}
							onChange={() => now.choose({ place })}
						/>
						{words.places[place].name}
					</label>
				))}
			</fieldset>
			<Fields now={now} targets={targets} />
			{draft.place !== "listed" && <Partitions now={now} />}
			<p id={means} className="q2 w-means">
				{words.places[draft.place].means}
			</p>
			<p className="w-unsaid" role="status">
				{!now.isShown && said.unsaid !== null && words.unsaid[said.unsaid]}
			</p>
		</section>
	);
}

function Partitions({ now }: { readonly now: WheretoNow }) {
	const { whereto: words } = useWords().cleanUp;
	const { draft, said } = now;
	const name = useId();
	return (
		<fieldset className="w-row">
			<legend>{words.partitions}</legend>
			<label className="tick">
				<input
					type="radio"
					name={name}
					checked={!draft.isSome}
					onChange={() => now.choose({ isSome: false })}
				/>
				{words.all}
			</label>
			<label className="tick">
				<input
					type="radio"
					name={name}
					checked={draft.isSome}
					onChange={() => now.choose({ isSome: true })}
				/>
				{words.some}
			</label>
			{draft.isSome && (
				<input
					className="field short"
					aria-label={words.partitions}
					value={draft.partitions}
					placeholder="0-3, 7"
					autoComplete="off"
					spellCheck={false}
					aria-invalid={draft.partitions !== "" && said.unsaid === "partitions"}
					onChange={({ target }) => now.type({ partitions: target.value })}
				/>
			)}
		</fieldset>
	);
}
