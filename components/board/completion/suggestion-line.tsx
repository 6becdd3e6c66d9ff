// How does one suggestion look? What will stand in the filter, and what it means or how many it shows.
import { useEffect, useRef } from "react";
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import { type FilterWords, filterWords } from "#lib/say/apart/filter.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Suggestion } from "./suggestions.ts";

export function SuggestionLine(props: {
	readonly id: string;
	readonly suggestion: Suggestion;
	readonly active: boolean;
	readonly onTake: () => void;
}) {
	const { language, verdicts, numbers } = useWords();
	const said = filterWords[language];
	const { id, suggestion, active, onTake } = props;
	const { lead, value, about, count } = suggestion;
	const line = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (active) line.current?.scrollIntoView({ block: "nearest" });
	}, [active]);
	const means = about.is === "verdict" ? null : meaningOf(suggestion);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which has the focus
		// biome-ignore lint/a11y/useFocusableInteractive: a box with a list tells the active line instead of moving the focus
		<div
			ref={line}
			id={id}
			role="option"
			aria-selected={active}
			className="suggestion"
			onClick={onTake}
		>
			<bdi className="cut">
				<span className={about.is === "key" ? "" : "q"}>{lead}</span>
				{about.is === "key" ? "" : brief(value, 120)}
			</bdi>
			<span className="grow" />
			{about.is === "verdict" && (
				<VerdictMark verdict={about.verdict}>
					{verdicts[about.verdict]}
				</VerdictMark>
			)}
			<bdi className="q nw">
				{[means, count === null ? null : countOf(count)]
					.filter((part) => part !== null)
					.join(", ")}
			</bdi>
		</div>
	);

	/** Beside a verdict's own name the number is enough. */
	function countOf(n: number): string {
		return about.is === "verdict" ? numbers.count(n) : said.subscriptions(n);
	}

	function meaningOf({ about, value }: Suggestion): string | null {
		switch (about.is) {
			case "key":
				return said.keys[about.key];
			case "system":
				return about.system.label;
			case "kind":
				return about.channel[language];
			case "start":
				return said.begins;
			case "number":
				return comparison(said, value);
			default:
				return null;
		}
	}
}

function comparison({ compares }: FilterWords, value: string): string {
	if (value === "unknown") return compares.unknown;
	if (value.startsWith(">")) return compares.more;
	return value.startsWith("<") ? compares.less : compares.exactly;
}
