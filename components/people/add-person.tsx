"use client";
// How is somebody added? Their name and roles; then a link that lets them set a password, shown once.
import { useId, useState } from "react";
import { isPersonName } from "#lib/core/people/people.ts";
import { useWords } from "#lib/say/speech.tsx";
import { invitationLink } from "./links-of.ts";
import { RoleChoice } from "./role-choice.tsx";
import { Sheet, ShownOnce } from "./sheet.tsx";
import { useChange } from "./use-change.ts";

export function AddPerson(props: {
	readonly roles: readonly string[];
	readonly onClose: () => void;
}) {
	const { people: said, nameRule } = useWords().access;
	const id = useId();
	const [name, setName] = useState("");
	const [roles, setRoles] = useState<readonly string[]>(["viewer"]);
	const [secret, setSecret] = useState<string | null>(null);
	const { change, isBusy, failure } = useChange(setSecret);
	const person = name.trim().normalize("NFC");
	const isName = isPersonName(person);
	if (secret !== null)
		return (
			<ShownOnce
				title={said.invitation(person)}
				means={said.invitationMeans}
				text={invitationLink(secret, person)}
				onClose={props.onClose}
			/>
		);
	return (
		<Sheet
			title={said.addTitle}
			failure={failure}
			button={isBusy ? said.adding : said.addButton}
			isOff={isBusy || !isName || roles.length === 0}
			onDo={() =>
				change(
					{ verb: "add person", person, roles },
					{ post: "/api/invitations", body: { person } },
				)
			}
			onClose={props.onClose}
		>
			<div className="named">
				<label htmlFor={id}>{said.name}</label>
				<input
					id={id}
					value={name}
					maxLength={64}
					autoComplete="off"
					{...{ spellCheck: false, autoCapitalize: "off" }}
					aria-invalid={name.trim() !== "" && !isName}
					aria-describedby={`${id}-rule`}
					onChange={({ target }) => setName(target.value)}
				/>
				<p id={`${id}-rule`} className="q">
					{nameRule}
				</p>
			</div>
			<RoleChoice
				legend={said.columns.roles}
				{...{ roles: props.roles, chosen: roles, onChoose: setRoles }}
			/>
			{roles.length === 0 && <p className="q2">{said.rolesWanted}</p>}
		</Sheet>
	);
}
