"use client";
// Is a broker at the address that somebody typed? A password is refused before anything leaves the browser.
import {
	type FormEvent,
	type ReactNode,
	useEffect,
	useId,
	useRef,
	useState,
} from "react";
import { addressFault } from "#lib/core/finding.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import { type Chosen, Here } from "./here.tsx";
import { Outcome } from "./outcome.tsx";
import { isFound } from "./told.ts";
import { type Asked, type Tried, useTry } from "./use-try.ts";

export function TryForm(props: {
	readonly systems: readonly SystemReply[];
	/** What helps as long as nothing was found. */
	readonly children: ReactNode;
}) {
	const { systems } = props;
	const { entry } = useWords();
	const input = useRef<HTMLInputElement>(null);
	const told = useId();
	const [typed, setTyped] = useState("");
	const [asked, setAsked] = useState<Asked | null>(null);
	const [fault, setFault] = useState<ProblemDetail | null>(null);
	const answered = useTry(fault === null ? asked : null);
	const tried: Tried | null =
		fault === null ? answered : { state: "refused", problem: fault };
	useEffect(() => input.current?.focus(), []);

	function test(address: string) {
		const wrong = addressFault(address);
		setFault(wrong === null ? null : { key: wrong, values: {} });
		if (wrong === null)
			setAsked((before) => ({
				address: address.trim(),
				turn: (before?.turn ?? 0) + 1,
			}));
	}
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (tried?.state !== "asking") test(typed);
	};
	const take: Chosen = (address) => {
		setTyped(address);
		test(address);
		input.current?.focus();
	};
	const [scheme = ""] = systems.at(-1)?.example.split("//") ?? [];
	return (
		<>
			<form className="try" onSubmit={submit}>
				<label className="label" htmlFor={`${told}-address`}>
					{entry.address}
				</label>
				<div className="try-row">
					<input
						id={`${told}-address`}
						ref={input}
						className="field big"
						value={typed}
						placeholder={`${scheme}//…`}
						spellCheck={false}
						autoComplete="off"
						autoCapitalize="off"
						inputMode="url"
						aria-invalid={tried?.state === "refused"}
						aria-describedby={told}
						onChange={(event) => setTyped(event.target.value)}
					/>
					<button
						type="submit"
						className="btn big"
						aria-disabled={tried?.state === "asking"}
					>
						{tried === null ? entry.test : entry.testAgain}
					</button>
				</div>
			</form>
			<div id={told} className="tried" aria-live="polite">
				{tried !== null && (
					<Outcome
						key={asked?.turn}
						tried={tried}
						address={asked?.address ?? typed}
						systems={systems}
					/>
				)}
			</div>
			<div hidden={isFound(tried)}>
				<Here systems={systems} onTake={take} />
				{props.children}
			</div>
		</>
	);
}
