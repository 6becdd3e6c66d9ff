"use client";
// Which roles has somebody from now on? They hold at once, wherever they are signed in.
import { useState } from "react";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PersonReply } from "#lib/wire/people.ts";
import { RoleChoice } from "./role-choice.tsx";
import { Sheet } from "./sheet.tsx";
import { useChange } from "./use-change.ts";

export function ChangeRoles(props: {
	readonly person: PersonReply;
	readonly roles: readonly string[];
	readonly onClose: () => void;
}) {
	const { people: said } = useWords().access;
	const { person, onClose } = props;
	const [roles, setRoles] = useState(person.roles);
	const { change, isBusy, failure } = useChange(onClose);
	return (
		<Sheet
			title={said.rolesTitle(brief(person.name, 80))}
			failure={failure}
			button={isBusy ? said.saving : said.save}
			isOff={isBusy || roles.length === 0}
			onDo={() => change({ verb: "set roles", person: person.name, roles })}
			onClose={onClose}
		>
			<RoleChoice
				legend={said.columns.roles}
				{...{ roles: props.roles, chosen: roles }}
				onChoose={(chosen) => setRoles([...chosen])}
			/>
			<p className="q2">
				{roles.length === 0 ? said.rolesWanted : said.rolesMeans}
			</p>
		</Sheet>
	);
}
