"use client";
// What can stand here? A list under the filter that arrows walk, while the focus and the caret stay in the box.
import { type ReactNode, useEffect, useId, useState } from "react";
import { flushSync } from "react-dom";
import { filterWords } from "#lib/say/apart/filter.ts";
import { useWords } from "#lib/say/speech.tsx";
import { taken, typingAt } from "./completion.ts";
import { SuggestionLine } from "./suggestion-line.tsx";
import { type Known, type Suggestion, suggestionsFor } from "./suggestions.ts";
import { useNames } from "./use-names.ts";
import { type Box, useWritten } from "./use-written.ts";

/** What the box tells about its list. */
export type Combobox = {
	readonly "aria-expanded"?: boolean;
	readonly "aria-controls"?: string;
	readonly "aria-activedescendant"?: string;
};

export function CompletionList(props: {
	readonly box: Box;
	readonly text: string;
	/** Somebody typed since the box got the focus. */
	readonly hasTyped: () => boolean;
	readonly known: Known | null;
	readonly onTake: (text: string) => void;
	readonly onCombobox: (tells: Combobox) => void;
}): ReactNode {
	const { box, text, hasTyped, known, onTake, onCombobox } = props;
	const said = filterWords[useWords().language];
	const list = useId();
	const [activeIs, setActiveIs] = useState<string | null>(null);
	const { written, setWritten, open, setOpen, isComposing } = useWritten(
		box,
		text,
		hasTyped,
		onKey,
	);
	const typing = open ? typingAt(written) : null;
	const search = useNames(open ? written : null);
	const suggestions = typing
		? suggestionsFor(written.text, typing, known, search)
		: [];
	const isShown = suggestions.length > 0;
	const active = suggestions.findIndex(({ writes }) => writes === activeIs);
	const idOf = (index: number) => `${list}-${index}`;

	const activeId = active === -1 ? null : idOf(active);
	useEffect(() => {
		onCombobox({
			"aria-expanded": isShown,
			...(isShown && { "aria-controls": list }),
			...(activeId !== null && { "aria-activedescendant": activeId }),
		});
	}, [onCombobox, isShown, list, activeId]);

	function take({ writes }: Suggestion) {
		const input = box.current;
		if (input?.value !== written.text || typing === null) return;
		// A syllable that is being composed is finished first, or it would be written once more.
		if (isComposing.current) {
			input.blur();
			input.focus();
		}
		const next = taken(written.text, typing, writes);
		flushSync(() => onTake(next.text));
		input.setSelectionRange(next.caret, next.caret);
		if (next.caret === next.text.length) input.scrollLeft = input.scrollWidth;
		setWritten(next);
		setActiveIs(null);
		setOpen(writes.endsWith(":"));
	}

	function onKey(event: KeyboardEvent) {
		const { key, shiftKey, ctrlKey, metaKey } = event;
		if (shiftKey || ctrlKey || metaKey) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[key];
		const chosen = suggestions[active];
		// Where nothing was typed and nothing chosen, Tab leads on to what comes after the box.
		const first = typing?.typed ? suggestions[0] : undefined;
		const byTab = key === "Tab" ? (chosen ?? first) : undefined;
		if (step !== undefined) {
			const from = active === -1 && step === -1 ? 0 : active;
			const count = suggestions.length;
			if (isShown)
				setActiveIs(suggestions[(from + step + count) % count]?.writes ?? null);
			else setOpen(true);
		} else if (!isShown) return;
		else if (key === "Enter" && chosen) take(chosen);
		else if (byTab) take(byTab);
		else {
			setActiveIs(null);
			if (key !== "Enter" && key !== "Escape") return;
			setOpen(false);
		}
		event.preventDefault();
	}

	return (
		<>
			<p className="sr" role="status">
				{isShown ? said.found(suggestions.length) : ""}
			</p>
			{isShown && (
				// biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus in the box
				<div
					className="completion"
					onMouseDown={(event) => event.preventDefault()}
				>
					<div
						id={list}
						role="listbox"
						aria-label={said.suggestions}
						tabIndex={-1}
					>
						{suggestions.map((suggestion, index) => (
							<SuggestionLine
								key={suggestion.writes}
								id={idOf(index)}
								suggestion={suggestion}
								active={index === active}
								onTake={() => take(suggestion)}
							/>
						))}
					</div>
					<Hints said={said.hints} />
				</div>
			)}
		</>
	);
}

const Hints = ({
	said,
}: {
	readonly said: Readonly<Record<"choose" | "take" | "close", string>>;
}) => (
	<div className="completion-foot" aria-hidden="true">
		<span>
			<kbd>↑ ↓</kbd> {said.choose}
		</span>
		<span>
			<kbd>Tab</kbd> {said.take}
		</span>
		<span>
			<kbd>Esc</kbd> {said.close}
		</span>
	</div>
);
