"use client";
// Who is it that is signed in here, how, and with which roles? Their password is changed here, and here they go out.
import { useState } from "react";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SessionReply } from "#lib/wire/session.ts";
import { goOut, goOutEverywhere } from "#lib/wire/sign-out.ts";
import { ChangePassword } from "./change-password.tsx";
import { Section } from "./part.tsx";

export function Account(props: {
	readonly me: SessionReply;
	readonly isPage?: boolean;
}) {
	const { access } = useWords();
	const { account: said, ways } = access;
	const { me, isPage = false } = props;
	const [isChanging, setChanging] = useState(false);
	const [wasSet, setSet] = useState(false);
	// All visitors of a demo are one person: nobody sends the others out.
	const isAlone = me.way !== "demo";
	return (
		<Section title={said.title} isPage={isPage}>
			<p>
				<bdi className="m">{brief(me.person, 80)}</bdi>{" "}
				<span className="q2">
					{ways[me.way]} ·{" "}
					{said.roles(me.roles.map((role) => brief(role, 60)).join(", "))}
				</span>
			</p>
			<div className="people-deeds">
				{me.way === "password" && (
					<button
						type="button"
						className="btn small"
						onClick={() => setChanging(true)}
					>
						{said.change}
					</button>
				)}
				<button type="button" className="btn small" onClick={goOut}>
					{said.signOut}
				</button>
				{isAlone && (
					<button
						type="button"
						className="btn small bare"
						title={said.everywhereMeans}
						onClick={() => goOutEverywhere(me.person)}
					>
						{said.signOutEverywhere}
					</button>
				)}
			</div>
			<p role="status" className="q2">
				{wasSet && said.wasSet}
			</p>
			{isChanging && (
				<ChangePassword
					person={me.person}
					onDone={() => {
						setChanging(false);
						setSet(true);
					}}
					onClose={() => setChanging(false)}
				/>
			)}
		</Section>
	);
}
