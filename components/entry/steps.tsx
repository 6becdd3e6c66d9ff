"use client";
// What is there to do with the lines? Three steps, each with what to copy.
import { Copy } from "#components/ui/copy.tsx";
import { useWords } from "#lib/say/speech.tsx";

export function Lines(props: {
	readonly lines: string;
	readonly hasSecret: boolean;
}) {
	const { entry } = useWords();
	const { lines, hasSecret } = props;
	return (
		<ol className="steps">
			<li>
				<p>{entry.firstStep}</p>
				<Command text={lines} />
			</li>
			{hasSecret && (
				<li>
					<p>{entry.secretStep}</p>
				</li>
			)}
			<li>
				<p>{entry.restartStep}</p>
				<Command text="tidemark start" />
			</li>
		</ol>
	);
}

export function Command(props: { readonly text: string }) {
	const { entry } = useWords();
	return (
		<div className="cmd">
			<code>{props.text}</code>
			<Copy text={props.text} copy={entry.copy} copied={entry.copied} />
		</div>
	);
}
