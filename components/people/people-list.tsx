"use client";
// Who has a password here, with which roles, and when did they last come in? Added, changed and removed here.
import { useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type {
	PeopleReply,
	SessionsReply,
	TokensReply,
} from "#lib/wire/people.ts";
import type { SessionReply } from "#lib/wire/session.ts";
import { AddPerson } from "./add-person.tsx";
import { ChangeRoles } from "./change-roles.tsx";
import { Invite } from "./invite.tsx";
import { Part } from "./part.tsx";
import { type Act, PersonRow } from "./person-row.tsx";
import { RemovePerson } from "./remove-person.tsx";
import type { Asked } from "./use-people.ts";

const columns = ["name", "roles", "signedIn", "acts"] as const;

type Over = { readonly act: Act | "add"; readonly name: string };

export function PeopleList(props: {
	readonly now: Asked<PeopleReply>;
	readonly me: SessionReply;
	readonly nowMs: number;
	readonly open: SessionsReply["sessions"];
	readonly made: TokensReply["tokens"];
}) {
	const { access } = useWords();
	const { people: said } = access;
	const { now, me, nowMs } = props;
	const [over, setOver] = useState<Over | null>(null);
	const close = () => setOver(null);
	const people = now.reply?.people ?? [];
	const roles = now.reply?.roles.map(({ name }) => name) ?? [];
	const person = people.find(({ name }) => name === over?.name);
	const theirs = ({ person }: { readonly person: string }) =>
		person === over?.name;
	return (
		<Part
			title={said.title}
			beside={now.reply && said.count(people.length)}
			now={now}
			isPage
			acts={
				<button
					type="button"
					className="btn small"
					onClick={() => setOver({ act: "add", name: "" })}
				>
					<Icon path={glyphs.plus} />
					{said.add}
				</button>
			}
		>
			{() => (
				<>
					{people.length === 0 ? (
						<p className="people-none">{said.nobody}</p>
					) : (
						<table className="list people-t" aria-label={said.title}>
							<thead>
								<tr>
									{columns.map((column) => (
										<th key={column} scope="col" className={`c-${column}`}>
											{column === "acts" ? (
												<span className="sr">{said.columns.acts}</span>
											) : (
												said.columns[column]
											)}
										</th>
									))}
								</tr>
							</thead>
							<tbody>
								{people.map((it) => (
									<PersonRow
										key={it.name}
										{...{ person: it, nowMs }}
										isMe={me.way === "password" && it.name === me.person}
										onAct={(act) => setOver({ act, name: it.name })}
									/>
								))}
							</tbody>
						</table>
					)}
					{over?.act === "add" && <AddPerson roles={roles} onClose={close} />}
					{person && over?.act === "roles" && (
						<ChangeRoles {...{ person, roles }} onClose={close} />
					)}
					{person && over?.act === "invite" && (
						<Invite person={person.name} onClose={close} />
					)}
					{person && over?.act === "remove" && (
						<RemovePerson
							person={person.name}
							sessions={props.open.filter(theirs).length}
							tokens={props.made.filter(theirs).length}
							onClose={close}
						/>
					)}
				</>
			)}
		</Part>
	);
}
