"use client";
// Which keys are there? A sheet over the page, closed by Escape or a click beside it; here they are switched off, too.
import { useState } from "react";
import { type KeyRow, keyTable } from "#components/ui/key-table.ts";
import { areSingleKeysOn, switchSingleKeys } from "#components/ui/keys.ts";
import { useSheet } from "#components/ui/use-sheet.ts";
import { keysWords } from "#lib/say/apart/keys.ts";
import { useWords } from "#lib/say/speech.tsx";

const places = ["everywhere", "board", "activity"] as const;

export function KeysSheet(props: { readonly onClose: () => void }) {
	const { language, bar } = useWords();
	const words = keysWords[language];
	const dialog = useSheet();
	const [on, setOn] = useState(areSingleKeysOn);
	return (
		<dialog
			ref={dialog}
			className="float keys"
			aria-labelledby="keys-title"
			closedby="any"
			onClose={props.onClose}
		>
			<div className="float-head">
				<h2 id="keys-title">{bar.keys}</h2>
				<span className="grow" />
				<label className="tick">
					<input
						type="checkbox"
						checked={on}
						onChange={({ target }) => {
							setOn(target.checked);
							switchSingleKeys(target.checked);
						}}
					/>
					{words.single}
				</label>
				<form method="dialog">
					<button type="submit" className="esc">
						<kbd>Esc</kbd>
						<span className="sr">{words.close}</span>
					</button>
				</form>
			</div>
			<div className="keys-columns">
				{places.map((place) => (
					<section key={place}>
						<h3>{words.places[place]}</h3>
						<dl>
							{keyTable
								.filter(({ where }) => where === place)
								.map((row) => (
									<div key={row.does}>
										<dt>
											{shownOf(row).map((key) => (
												<kbd key={key}>{key}</kbd>
											))}
										</dt>
										<dd>{words.does[row.does]}</dd>
									</div>
								))}
						</dl>
					</section>
				))}
			</div>
		</dialog>
	);
}

const signs: Readonly<Record<string, string>> = {
	Escape: "Esc",
	ArrowRight: "→",
	ArrowLeft: "←",
};

/** Three in a row stand for all between the first and the last. */
function shownOf({ presses }: KeyRow): readonly string[] {
	const [first = ""] = presses;
	const shown: readonly string[] =
		presses.length > 2 ? [first, "…", presses.at(-1) ?? ""] : presses;
	return shown.flatMap((press) => signs[press] ?? press.split(" "));
}
