// What stands in place of rows? The frame of a table while they come, and words when there are none.
import type { ReactNode } from "react";
import type { Problem } from "#lib/core/problem.ts";
import { brief } from "#lib/say/name.ts";
import {
	checkSentence,
	problemSentence,
	troubleSentence,
} from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BrokerReply } from "#lib/wire/board.ts";
import { columns, Head } from "./head.tsx";

const rows = Array.from({ length: 24 }, (_, index) => index);
const nothing = () => {};

export function Skeleton() {
	const { board } = useWords();
	return (
		<div aria-busy="true" className="skeleton">
			<span className="sr">{board.loading}</span>
			<table className="board" aria-hidden="true" inert>
				<colgroup>
					{columns.map(({ key, className }) => (
						<col key={key} className={className} />
					))}
				</colgroup>
				<Head sort="gravity" onSort={nothing} />
				<tbody>
					{rows.map((row) => (
						<tr key={row} className="r">
							{columns.map(({ key, className }) => (
								<td key={key} className={className} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

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
	readonly onClear: () => void;
}) {
	const { board } = useWords();
	return (
		<Nothing title={board.noMatch}>
			<p>
				<bdi>{board.noMatchFilter(brief(props.filter))}</bdi>
			</p>
			<button type="button" className="btn" onClick={props.onClear}>
				{board.clear}
			</button>
		</Nothing>
	);
}

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
							<div>{checkSentence(words, trouble.code)}</div>
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
