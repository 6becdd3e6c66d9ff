"use client";
// How does a dialog of this page look? A question with its fields, what went wrong, and one verb; then what is shown only once.
import { type FormEvent, type ReactNode, useId } from "react";
import { Copy } from "#components/ui/copy.tsx";
import { useSheet } from "#components/ui/use-sheet.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";

export function Sheet(props: {
	readonly title: string;
	readonly failure: ProblemDetail | null;
	readonly button: string;
	readonly isOff: boolean;
	/** It takes something away for good. */
	readonly isGrave?: boolean;
	readonly onDo: () => void;
	readonly onClose: () => void;
	readonly children: ReactNode;
}) {
	const words = useWords();
	const dialog = useSheet();
	const id = useId();
	const { title, failure, isOff, isGrave, onClose } = props;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!isOff) props.onDo();
	};
	return (
		<dialog
			ref={dialog}
			className="dialog people-sheet"
			aria-labelledby={id}
			onClose={onClose}
		>
			<form onSubmit={submit}>
				<header className="d-head">
					<h2 id={id}>{title}</h2>
				</header>
				<div className="d-body">
					{props.children}
					<p role="alert" className="people-missed">
						{failure && problemSentence(words, failure)}
					</p>
				</div>
				<footer className="d-foot">
					<span className="grow" />
					<button type="button" className="btn bare" onClick={onClose}>
						{words.access.cancel}
					</button>
					<button
						type="submit"
						className={isGrave ? "btn grave" : "btn main"}
						aria-disabled={isOff}
					>
						{props.button}
					</button>
				</footer>
			</form>
		</dialog>
	);
}

export function ShownOnce(props: {
	readonly title: string;
	readonly means: string;
	readonly text: string;
	readonly onClose: () => void;
}) {
	const { access } = useWords();
	const { shownOnce: said } = access;
	const dialog = useSheet();
	const id = useId();
	return (
		<dialog
			ref={dialog}
			className="dialog people-sheet"
			aria-labelledby={id}
			onClose={props.onClose}
		>
			<form method="dialog">
				<header className="d-head">
					<h2 id={id}>{props.title}</h2>
				</header>
				<div className="d-body">
					<p>
						{props.means} <b>{said.onlyNow}</b>
					</p>
					<div className="cmd wrap">
						<code>{props.text}</code>
						<Copy text={props.text} copy={said.copy} copied={said.copied} />
					</div>
				</div>
				<footer className="d-foot">
					<span className="grow" />
					<button type="submit" className="btn main">
						{said.done}
					</button>
				</footer>
			</form>
		</dialog>
	);
}
