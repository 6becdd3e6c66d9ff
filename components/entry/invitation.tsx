"use client";
// How does somebody who was invited come in? By a password of their own, whose rules are said before.
import { type FormEvent, useId, useRef, useState } from "react";
import { PasswordField } from "#components/ui/password-field.tsx";
import { passwordLength } from "#lib/core/people/people.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { comeIn } from "./come-in.ts";
import { Trouble } from "./sign-in.tsx";
import { useWait } from "./use-wait.ts";

const { min, max } = passwordLength;

export function Invitation(props: {
	readonly invitation: string;
	readonly person: string | null;
}) {
	const words = useWords();
	const { invitation: said, ...signIn } = words.signIn;
	const { invitation, person } = props;
	const id = useId();
	const secret = useRef<HTMLInputElement>(null);
	const [typed, setTyped] = useState("");
	const [isBusy, setBusy] = useState(false);
	const [refused, setRefused] = useState<ProblemDetail | null>(null);
	const [waitSeconds, waitAsIn] = useWait();
	const length = [...typed].length;
	const isOff = isBusy || waitSeconds > 0 || length < min || length > max;
	async function submit(event: FormEvent) {
		event.preventDefault();
		if (isOff) return;
		setBusy(true);
		const problem = await comeIn({
			by: "invitation",
			key: invitation,
			password: typed,
		});
		if (problem === null) return;
		setBusy(false);
		setRefused(waitAsIn(problem) ? null : problem);
		secret.current?.focus();
	}
	const far =
		length > max
			? said.long
			: length > 0 && length < min
				? said.short(min - length)
				: "";
	const told =
		waitSeconds > 0
			? signIn.wait(waitSeconds)
			: refused && problemSentence(words, refused);
	return (
		<section className="first sign-in">
			<title>{`${said.title(null)} · Tidemark`}</title>
			<h1>{said.title(person)}</h1>
			<p className="lead">{said.lead}</p>
			<form method="post" onSubmit={submit}>
				{person !== null && (
					// What keeps passwords wants to know whose this is.
					<input
						{...{ className: "sr", name: "username", autoComplete: "username" }}
						{...{ value: person, readOnly: true, tabIndex: -1 }}
						aria-label={signIn.name}
					/>
				)}
				<PasswordField
					{...{ ref: secret, name: "password", label: signIn.password }}
					{...{ show: signIn.show, hide: signIn.hide }}
					autoComplete="new-password"
					describedBy={`${id}-rules ${id}-told`}
					isWrong={refused !== null}
					onType={(text) => {
						setTyped(text);
						setRefused(null);
					}}
				/>
				<p id={`${id}-rules`} className="sign-in-rules">
					{said.rules} <span aria-live="polite">{far}</span>
				</p>
				<div id={`${id}-told`}>
					<Trouble>{told}</Trouble>
				</div>
				<button type="submit" className="btn main big" aria-disabled={isOff}>
					{isBusy ? said.setting : said.set}
				</button>
				<p className="fineprint">{said.again}</p>
			</form>
		</section>
	);
}
