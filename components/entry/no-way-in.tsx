"use client";
// What is told to somebody whom nothing here lets in? How an entry link is made, and what was wrong with theirs.
import type { ProblemDetail } from "#lib/core/problem.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { Command } from "./steps.tsx";

export function NoWayIn(props: { readonly problem: ProblemDetail | null }) {
	const words = useWords();
	const { entry } = words;
	return (
		<section className="first">
			<h1>{entry.refused}</h1>
			{props.problem !== null && (
				<p className="lead" role="alert">
					{problemSentence(words, props.problem)}
				</p>
			)}
			<p className="lead">{entry.how}</p>
			<Command text={entry.command} />
			<p className="alt">
				<button type="button" className="btn" onClick={() => location.reload()}>
					{entry.again}
				</button>
			</p>
		</section>
	);
}
