"use client";
// How many of each verdict are there, and which rows does somebody want to see?
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { fromGrave } from "#lib/core/verdict.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BoardReply } from "#lib/wire/board.ts";
import { FilterBox } from "./filter-box.tsx";
import { toggled, verdictIn } from "./filter-text.ts";

export function Summary(props: {
	/** Null while nothing is known. */
	readonly reply: BoardReply | null;
	readonly filter: string;
	readonly mistake: ProblemDetail | null;
	readonly onType: (filter: string) => void;
	readonly onChoose: (filter: string) => void;
}) {
	const words = useWords();
	const { reply, filter, mistake, onType, onChoose } = props;
	const counts = reply?.counts ?? null;
	const pressed = verdictIn(filter);
	return (
		<section className="sum" aria-label={words.board.summary}>
			<div className="chips">
				{fromGrave.map((verdict) => {
					const n = counts?.[verdict] ?? 0;
					const zero = n === 0 ? " zero" : "";
					return (
						<button
							key={verdict}
							type="button"
							className={`chip l-${verdict}${zero}`}
							aria-pressed={pressed === verdict}
							onClick={() => onChoose(toggled(filter, verdict))}
						>
							<VerdictIcon verdict={verdict} />
							{words.verdicts[verdict]}{" "}
							<b>{counts === null ? "" : words.numbers.count(n)}</b>
						</button>
					);
				})}
			</div>
			<FilterBox
				{...{ filter, mistake, onType }}
				known={reply}
				onLeave={onChoose}
			/>
		</section>
	);
}
