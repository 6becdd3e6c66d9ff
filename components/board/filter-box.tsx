"use client";
// What is typed into the filter, and what is wrong with it? A mistake is told at its place, under the box.
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { useKeys } from "#components/ui/keys.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Combobox } from "./completion/completion-list.tsx";
import type { Known } from "./completion/suggestions.ts";

/** Fetched when the box first gets the focus. Where it does not come, one types without it. */
const CompletionList = lazy(() =>
	import("./completion/completion-list.tsx").then(
		({ CompletionList }) => ({ default: CompletionList }),
		() => ({ default: () => null }),
	),
);

export function FilterBox(props: {
	readonly filter: string;
	readonly mistake: ProblemDetail | null;
	/** What its list may suggest. */
	readonly known: Known | null;
	readonly onType: (filter: string) => void;
	/** What was typed goes into the address at once: it must not follow somebody to the next page. */
	readonly onLeave: (filter: string) => void;
}) {
	const { filter, mistake, known, onType, onLeave } = props;
	const { board } = useWords();
	const input = useRef<HTMLInputElement>(null);
	const told = useId();
	const [text, setText] = useState(filter);
	const isTyping = useRef(false);
	const [wasIn, setWasIn] = useState(false);
	const [tells, setTells] = useState<Combobox>({});
	useEffect(() => setText(filter), [filter]);
	const type = (typed: string) => {
		isTyping.current = true;
		setText(typed);
		onType(typed);
	};
	/** The first Escape closes the list, the next one leaves the box, and only then another clears it. */
	useKeys({
		"/": () => input.current?.select(),
		Escape: () => text !== "" && type(""),
	});
	return (
		<div className="filter-place">
			<label className={mistake ? "filter wrong" : "filter"}>
				<Icon path={glyphs.find} />
				<span className="sr">{board.filter}</span>
				<input
					ref={input}
					role="combobox"
					aria-autocomplete="list"
					aria-expanded={false}
					{...tells}
					value={text}
					placeholder={board.filterExample}
					spellCheck={false}
					autoComplete="off"
					autoCapitalize="off"
					maxLength={4_000}
					aria-invalid={mistake !== null}
					{...(mistake ? { "aria-describedby": told } : {})}
					onChange={(event) => type(event.target.value)}
					onFocus={() => setWasIn(true)}
					onBlur={() => {
						if (isTyping.current) onLeave(text);
						isTyping.current = false;
					}}
					onKeyDown={(event) => {
						// One that ends a syllable, or was for the list, leaves nothing.
						const isTaken =
							event.defaultPrevented || event.nativeEvent.isComposing;
						if (event.key === "Escape" && !isTaken) event.currentTarget.blur();
					}}
				/>
				{text === "" ? (
					<kbd>/</kbd>
				) : (
					<button type="button" onClick={() => type("")} title={board.clear}>
						<Icon path={glyphs.x} size="xs" label={board.clear} />
					</button>
				)}
			</label>
			<div className="filter-under">
				{mistake && (
					<Suspense>
						<Mistake id={told} text={text} mistake={mistake} />
					</Suspense>
				)}
				{wasIn && (
					<Suspense>
						<CompletionList
							box={input}
							hasTyped={() => isTyping.current}
							onTake={type}
							onCombobox={setTells}
							{...{ text, known }}
						/>
					</Suspense>
				)}
			</div>
		</div>
	);
}

/** The text up to the mistake stands there unseen, so that the sentence begins under it. */
function Mistake(props: {
	readonly id: string;
	readonly text: string;
	readonly mistake: ProblemDetail;
}) {
	const words = useWords();
	const { at } = props.mistake.values;
	const before = typeof at === "number" ? props.text.slice(0, at) : "";
	return (
		<p id={props.id} className="mistake" role="alert">
			<span className="mistake-before" aria-hidden="true">
				{before}
			</span>
			<span className="mistake-text">
				{problemSentence(words, props.mistake)}
			</span>
		</p>
	);
}
