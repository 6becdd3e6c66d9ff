// What is said where no rows are? Why there are none, and what to do.
import { lazy, type ReactNode, Suspense } from "react";
import type { Problem } from "#lib/core/problem.ts";
import { brief } from "#lib/say/name.ts";
import {
	checkSentence,
	problemSentence,
	troubleSentence,
} from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BrokerReply } from "#lib/wire/board.ts";

/** Only of several terms is one dropped; a board that is still empty does not wait for it. */
const DropList = lazy(async () => ({
	default: (await import("./drop-list.tsx")).DropList,
}));

const Nothing = (props: {
	readonly title: string;
	readonly children: ReactNode;
}) => (
	<section className="nothing">
		<h2>{props.title}</h2>
		{props.children}
	</section>
);

export function NoMatch(props: {
	readonly filter: string;
	readonly onChoose: (filter: string) => void;
}) {
	const { board } = useWords();
	const { filter, onChoose } = props;
	return (
		<Nothing title={board.noMatch}>
			<p>
				<bdi>{board.noMatchFilter(brief(filter))}</bdi>
			</p>
			<div className="choices">
				{filter.includes(" ") && (
					<Suspense>
						<DropList {...{ filter, onChoose }} />
					</Suspense>
				)}
				<button type="button" className="btn" onClick={() => onChoose("")}>
					{board.clear}
				</button>
			</div>
		</Nothing>
	);
}

/** Its words come after those of the board. */
const Check = (props: { readonly code: string }) => (
	<div>{checkSentence(useWords(), props.code)}</div>
);

export function NoRows(props: { readonly brokers: readonly BrokerReply[] }) {
	const words = useWords();
	return (
		<Nothing title={words.board.noRows}>
			<p>{words.board.noRowsWhy}</p>
			<ul>
				{props.brokers.map(({ name, trouble }) => (
					<li key={name}>
						<bdi>
							{trouble === null
								? brief(name)
								: words.board.brokerTrouble(
										brief(name),
										troubleSentence(words, trouble.code),
									)}
						</bdi>
						{trouble !== null && trouble.detail !== "" && (
							<span className="q">
								{" "}
								{words.strip.said(brief(trouble.detail))}
							</span>
						)}
						{trouble !== null && (
							<Suspense>
								<Check code={trouble.code} />
							</Suspense>
						)}
					</li>
				))}
			</ul>
		</Nothing>
	);
}

export function Trouble(props: {
	readonly problem: Problem | null;
	readonly onAgain: () => void;
}) {
	const words = useWords();
	const detail = props.problem?.detail ?? { key: "bug", values: {} };
	return (
		<Nothing title={words.trouble.title}>
			<p role="alert">{problemSentence(words, detail)}</p>
			<button type="button" className="btn" onClick={props.onAgain}>
				{words.trouble.again}
			</button>
		</Nothing>
	);
}
