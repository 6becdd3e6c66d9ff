"use client";
// How does a screen on a wall come in, and stay in? By a link of its own.
import { useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { useWords } from "#lib/say/speech.tsx";
import { wallLink } from "./links-of.ts";
import { MakeSecret } from "./make-secret.tsx";
import { Section } from "./part.tsx";

export function Links(props: { readonly roles: readonly string[] }) {
	const { links: said } = useWords().access;
	const [isMaking, setMaking] = useState(false);
	return (
		<Section
			title={said.title}
			acts={
				<button
					type="button"
					className="btn small bare"
					onClick={() => setMaking(true)}
				>
					<Icon path={glyphs.plus} />
					{said.make}
				</button>
			}
		>
			<p className="people-lead">{said.lead}</p>
			{isMaking && (
				<MakeSecret
					of="links"
					// Who opens it is nobody in particular: they never tend people.
					roles={props.roles.filter((role) => role !== "admin")}
					linkOf={wallLink}
					onClose={() => setMaking(false)}
				/>
			)}
		</Section>
	);
}
