// How does a part of the page stand while it is fetched, when it failed, and when it is there?
import { type ReactNode, useId } from "react";
import { FailedNote } from "#components/ui/failed-note.tsx";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Asked } from "./use-people.ts";

export function Part<T>(props: {
	readonly title: string;
	/** The first of the page. */
	readonly isPage?: boolean;
	readonly beside?: ReactNode;
	/** What may be done at its head. */
	readonly acts?: ReactNode;
	readonly now: Asked<T>;
	readonly children: (reply: T) => ReactNode;
}) {
	const words = useWords();
	const { now } = props;
	return (
		<Section {...props}>
			{now.reply !== null ? (
				props.children(now.reply)
			) : now.problem === null ? (
				<div className="people-waits" aria-busy="true">
					<p className="sr">{words.access.loading}</p>
					<i className="ghost" />
				</div>
			) : (
				<FailedNote
					said={problemSentence(words, now.problem)}
					again={words.access.again}
					onAgain={now.again}
				/>
			)}
		</Section>
	);
}

export function Section(props: {
	readonly title: string;
	readonly isPage?: boolean;
	readonly beside?: ReactNode;
	readonly acts?: ReactNode;
	readonly children: ReactNode;
}) {
	const id = useId();
	const Heading = props.isPage ? "h1" : "h2";
	return (
		<section className="people-part" aria-labelledby={id}>
			<div className="sec-h">
				<Heading id={id} className="people-h">
					{props.title}
				</Heading>
				<span className="q">{props.beside}</span>
				<span className="grow" />
				{props.acts}
			</div>
			{props.children}
		</section>
	);
}
