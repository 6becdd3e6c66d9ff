"use client";
// How does somebody get another link to set a password? It is made when asked for, and shown once.
import { useState } from "react";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import { invitationLink } from "./links-of.ts";
import { Sheet, ShownOnce } from "./sheet.tsx";
import { useChange } from "./use-change.ts";

export function Invite(props: {
	readonly person: string;
	readonly onClose: () => void;
}) {
	const { people: said } = useWords().access;
	const { person, onClose } = props;
	const [secret, setSecret] = useState<string | null>(null);
	const { change, isBusy, failure } = useChange(setSecret);
	const title = said.invitation(brief(person, 80));
	if (secret !== null)
		return (
			<ShownOnce
				{...{ title, onClose }}
				means={said.invitationMeans}
				text={invitationLink(secret, person)}
			/>
		);
	return (
		<Sheet
			{...{ title, failure, onClose }}
			button={isBusy ? said.inviting : said.inviteButton}
			isOff={isBusy}
			onDo={() => change({ post: "/api/invitations", body: { person } })}
		>
			<p>{said.inviteMeans}</p>
		</Sheet>
	);
}
