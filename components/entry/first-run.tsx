"use client";
// How is the first broker connected? Lines to copy, one example a system, and no secret in any of them.
import { Copy } from "#components/ui/copy.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import { linesFor } from "./lines.ts";

export function FirstRun(props: { readonly systems: readonly SystemReply[] }) {
	const { entry, language } = useWords();
	const { systems } = props;
	const lines = linesFor(systems);
	return (
		<section className="first">
			<h1>{entry.firstTitle}</h1>
			<p className="lead">{entry.firstLead}</p>
			<ol className="steps">
				<li>
					<p>{entry.firstStep}</p>
					<div className="cmd">
						<code>{lines}</code>
						<Copy text={lines} copy={entry.copy} copied={entry.copied} />
					</div>
				</li>
				<li>
					<p>{entry.secretStep}</p>
				</li>
				<li>
					<p>{entry.restartStep}</p>
					<div className="cmd">
						<code>{entry.command}</code>
						<Copy
							text={entry.command}
							copy={entry.copy}
							copied={entry.copied}
						/>
					</div>
				</li>
			</ol>
			<ul className="kinds" aria-label={entry.finds}>
				{systems.map((system) => (
					<li key={system.name}>
						<Icon path={system.icon} size="m" stroke={1.25} />
						<b className="m">{system.label}</b>
						<code>{system.example}</code>
						<span className="q">{system.finds[language]}</span>
					</li>
				))}
			</ul>
			<p className="fineprint">{entry.readsOnly}</p>
		</section>
	);
}
