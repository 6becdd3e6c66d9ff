"use client";
// How is the first broker connected? An address is tried, then written down: in lines to copy, with no secret in any of them.
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import { linesFor, withoutSecret } from "./lines.ts";
import { Command, Lines } from "./steps.tsx";
import { TryForm } from "./try-form.tsx";

export function FirstRun(props: { readonly systems: readonly SystemReply[] }) {
	const { entry, language } = useWords();
	const { systems } = props;
	return (
		<section className="first">
			<h1>{entry.firstTitle}</h1>
			<p className="lead">{entry.firstLead}</p>
			<TryForm systems={systems}>
				<ul className="kinds" aria-label={entry.finds}>
					{systems.map((system) => (
						<li key={system.name}>
							<Icon path={system.icon} size="m" stroke={1.25} />
							<b className="m">{system.label}</b>
							<code>{withoutSecret(system)}</code>
							<span className="q">{system.finds[language]}</span>
						</li>
					))}
				</ul>
				<details className="by-hand">
					<summary>{entry.byHand}</summary>
					<Lines lines={linesFor(systems)} hasSecret />
				</details>
				<div className="alt demo">
					<p>{entry.demo}</p>
					<Command text={entry.demoCommand} />
				</div>
			</TryForm>
			<p className="fineprint">{entry.readsOnly}</p>
		</section>
	);
}
