// How is a change of rules, mutes or alerts told? What it was about, and under it each part, from what to what.
import type { ReactNode } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { ChangeReply } from "#lib/wire/activity.ts";
import { Named } from "./named.tsx";

export const changeTold = (
	words: Words,
	change: ChangeReply,
	nowMs: number,
) => ({
	by: change.by,
	what: whatOf(words, change, nowMs),
	inWords: inWordsOf(words, change),
	where: whereOf(words, change),
	undo: null,
	detail: <Parts change={change} />,
});

function whatOf(
	{ activity: { changes }, numbers }: Words,
	{ verb, parts, until, ...change }: ChangeReply,
	nowMs: number,
): string {
	const name = brief(change.name ?? "", 60);
	switch (verb) {
		case "save rule": {
			const isChanged = parts.some(({ before }) => before !== null);
			return isChanged ? changes.rule(name) : changes.saveRule(name);
		}
		case "remove rule":
			return changes.removeRule(name);
		case "mute":
			return until === null
				? changes.mute
				: changes.muteUntil(numbers.moment(Date.parse(until), nowMs));
		case "end mute":
			return changes.endMute;
		case "acknowledge":
			return changes.acknowledge(name);
		default:
			return changes.people[verb](name);
	}
}

/** Why, where somebody said it; else from what to what, and of what came or went as a whole what it watches for. */
function inWordsOf(words: Words, change: ChangeReply): string {
	const { why, parts, failure } = change;
	const { changes: said } = words.activity;
	if (failure !== null) return problemSentence(words, failure);
	if (why !== null) return brief(why, 200);
	const isWhole = (["before", "after"] as const).some((side) =>
		parts.every((it) => it[side] === null),
	);
	return parts
		.filter(({ part }) => !isWhole || part === "when")
		.map(({ part, before, after }) => {
			const sides = isWhole ? [before ?? after] : [before, after];
			const told = sides.map((text) => brief(text ?? said.none, 60));
			return `${said.parts[part]}: ${told.join(" → ")}`;
		})
		.join("; ");
}

function whereOf(
	{ activity, alerts }: Words,
	{ target, among }: ChangeReply,
): ReactNode {
	switch (target?.is) {
		case "subscription":
			return <Named {...target} />;
		case "broker":
			return <bdi>{brief(target.broker, 80)}</bdi>;
		case "outlet":
			return <bdi>{alerts.outlet(brief(target.outlet, 80))}</bdi>;
		case "store":
			return alerts.store;
	}
	if (among === null) return null;
	return among === "" ? (
		activity.changes.everything
	) : (
		<code title={shown(among)}>{brief(among, 80)}</code>
	);
}

function Parts({ change }: { readonly change: ChangeReply }) {
	const { activity: said } = useWords();
	if (change.parts.length === 0) return null;
	return (
		<section>
			<h2 className="h-sec">{said.changes.title}</h2>
			<dl className="kv">
				{change.parts.map(({ part, before, after }) => (
					<div key={part}>
						<dt>{said.changes.parts[part]}</dt>
						<dd>
							{before !== null && <code>{shown(before)}</code>}
							{before !== null && (
								<Icon path={glyphs.to} size="xs" label={said.changes.becomes} />
							)}
							{after === null ? (
								<span className="q">{said.changes.none}</span>
							) : (
								<code>{shown(after)}</code>
							)}
						</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
