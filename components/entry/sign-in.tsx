"use client";
// How does somebody sign in? By name and password, by the provider, or in a demo by one click; one sentence for what is wrong.
import { type FormEvent, useId, useRef, useState } from "react";
import { PasswordField } from "#components/ui/password-field.tsx";
import { passwordLength } from "#lib/core/people/people.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SignInReply } from "#lib/wire/people.ts";
import { comeIn } from "./come-in.ts";
import { placeAfter } from "./link.ts";
import { Command } from "./steps.tsx";
import { useWait } from "./use-wait.ts";

/** A problem is what a link, or the way back from the provider, came to. */
export type WhyHere = "over" | "left" | ProblemDetail | null;

export function SignIn(props: {
	readonly offered: SignInReply;
	readonly why: WhyHere;
}) {
	const words = useWords();
	const { signIn: said, entry } = words;
	const { offered, why } = props;
	const [told, setTold] = useState<string | null>(() =>
		typeof why === "object" && why !== null
			? problemSentence(words, why)
			: null,
	);
	const { password, provider, demo } = offered;
	return (
		<section className="first sign-in">
			<title>{`${said.title} · Tidemark`}</title>
			<h1>{said.title}</h1>
			{why === "over" && <p className="lead">{said.over}</p>}
			{why === "left" && <p className="lead">{said.left}</p>}
			{password && <WithPassword told={told} onTold={setTold} />}
			{!password && <Trouble>{told}</Trouble>}
			{password && (provider || demo) && (
				<p className="sign-in-or">{said.or}</p>
			)}
			{provider && (
				<a
					className={password ? "btn big" : "btn main big"}
					href={`/api/session/provider?next=${encodeURIComponent(placeHere())}`}
				>
					{provider.label}
				</a>
			)}
			{demo && (
				<button
					type="button"
					className="btn big"
					onClick={async () => {
						const closed = await comeIn({ by: "demo" });
						setTold(closed && problemSentence(words, closed));
					}}
				>
					{said.demo}
				</button>
			)}
			<details className="by-hand">
				<summary>{said.otherwise}</summary>
				<p>{entry.how}</p>
				<Command text={entry.command} />
			</details>
		</section>
	);
}

const placeHere = () =>
	typeof location === "undefined"
		? "/"
		: placeAfter(location.search, location.origin);

function WithPassword(props: {
	readonly told: string | null;
	readonly onTold: (told: string | null) => void;
}) {
	const words = useWords();
	const { signIn: said } = words;
	const { told, onTold } = props;
	const id = useId();
	const name = useRef<HTMLInputElement>(null);
	const secret = useRef<HTMLInputElement>(null);
	const [isBusy, setBusy] = useState(false);
	const [waitSeconds, waitAsIn] = useWait();
	const isOff = isBusy || waitSeconds > 0;
	async function submit(event: FormEvent) {
		event.preventDefault();
		if (isOff) return;
		const person = name.current?.value.trim() ?? "";
		const password = secret.current?.value ?? "";
		if (person === "" || password === "") {
			onTold(person === "" ? said.nameMissing : said.passwordMissing);
			(person === "" ? name : secret).current?.focus();
			return;
		}
		setBusy(true);
		const refused = await comeIn({ by: "password", person, password });
		if (refused === null) return;
		setBusy(false);
		onTold(waitAsIn(refused) ? null : problemSentence(words, refused));
		secret.current?.select();
	}
	return (
		<form method="post" onSubmit={submit}>
			<div className="named">
				<label htmlFor={`${id}-name`}>{said.name}</label>
				<input
					id={`${id}-name`}
					ref={name}
					name="username"
					autoComplete="username"
					maxLength={64}
					// biome-ignore lint/a11y/noAutofocus: it is what somebody came for, and nothing stands before it
					autoFocus
					{...{ spellCheck: false, autoCapitalize: "off", autoCorrect: "off" }}
					aria-describedby={`${id}-told`}
				/>
			</div>
			<PasswordField
				{...{ ref: secret, name: "password", label: said.password }}
				{...{ show: said.show, hide: said.hide }}
				autoComplete="current-password"
				lengthMax={passwordLength.max}
				describedBy={`${id}-told`}
				isWrong={told !== null}
			/>
			<div id={`${id}-told`}>
				<Trouble>{waitSeconds > 0 ? said.wait(waitSeconds) : told}</Trouble>
			</div>
			<button type="submit" className="btn main big" aria-disabled={isOff}>
				{isBusy ? said.signingIn : said.signIn}
			</button>
		</form>
	);
}

export const Trouble = (props: { readonly children: string | null }) => (
	<p role="alert" className="sign-in-told">
		{props.children}
	</p>
);
