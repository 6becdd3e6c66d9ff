// Which of the entries does somebody want to see? Three choices, the same for a mouse, keys and a thumb.
import { useId } from "react";
import { shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SurveyReply } from "#lib/wire/pending.ts";
import type { Sought } from "./use-pending.ts";

const times = [1, 2, 3, 6, 11, 101];
const ages = [0, 60, 300, 1_800, 7_200, 86_400];

export function PendingFilters(props: {
	readonly sought: Sought;
	readonly holders: SurveyReply["holders"];
	readonly onSeek: (sought: Sought) => void;
}) {
	const { pending: words } = useWords();
	const { sought, holders, onSeek } = props;
	const names = new Set(holders.map(({ member }) => member));
	if (sought.member !== null) names.add(sought.member);
	const members = [...names];
	return (
		<fieldset className="pending-filters">
			<legend className="sr">{words.filters}</legend>
			<Choice
				name={words.member}
				value={sought.member === null ? -1 : members.indexOf(sought.member)}
				choices={[
					[-1, words.anyMember],
					...members.map((name, i) => [i, shown(name)] as const),
				]}
				onChoose={(i) => onSeek({ ...sought, member: members[i] ?? null })}
			/>
			<Choice
				name={words.atLeastTimes}
				value={sought.deliveriesMin}
				choices={times.map((n) => [
					n,
					n === 1 ? words.anyTimes : words.timesOrMore(n),
				])}
				onChoose={(deliveriesMin) => onSeek({ ...sought, deliveriesMin })}
			/>
			<Choice
				name={words.atLeastIdle}
				value={sought.idleMinMs / 1_000}
				choices={ages.map((s) => [
					s,
					s === 0 ? words.anyAge : words.forLonger(s),
				])}
				onChoose={(s) => onSeek({ ...sought, idleMinMs: s * 1_000 })}
			/>
		</fieldset>
	);
}

function Choice(props: {
	readonly name: string;
	readonly value: number;
	readonly choices: readonly (readonly [number, string])[];
	readonly onChoose: (value: number) => void;
}) {
	const id = useId();
	return (
		<span className="choice">
			<label htmlFor={id}>{props.name}</label>
			<select
				id={id}
				value={props.value}
				onChange={(event) => props.onChoose(Number(event.target.value))}
			>
				{props.choices.map(([value, name]) => (
					<option key={value} value={value}>
						{name}
					</option>
				))}
			</select>
		</span>
	);
}
