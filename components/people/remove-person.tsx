"use client";
// What ends with somebody who is removed? Said before it is done.
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import { Sheet } from "./sheet.tsx";
import { useChange } from "./use-change.ts";

export function RemovePerson(props: {
	readonly person: string;
	readonly sessions: number;
	readonly tokens: number;
	readonly onClose: () => void;
}) {
	const { people: said } = useWords().access;
	const { person, sessions, tokens, onClose } = props;
	const { change, isBusy, failure } = useChange(onClose);
	const name = brief(person, 80);
	return (
		<Sheet
			title={said.removeTitle(name)}
			failure={failure}
			button={isBusy ? said.removing : said.removeButton(name)}
			isOff={isBusy}
			isGrave
			onDo={() => change({ verb: "remove person", person })}
			onClose={onClose}
		>
			<ul className="people-ends">
				{said.removeEnds(sessions, tokens).map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
		</Sheet>
	);
}
