"use client";
// Does somebody say yes? A button with the verb and its numbers, which says what is still missing.
import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "#lib/say/speech.tsx";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { deedOfAll, inAll, isDoable } from "./deed.ts";
import { obstacleTo } from "./obstacle.ts";
import { useLeave } from "./use-leave.ts";
import type { Steps } from "./use-steps.ts";

export function Consent(props: {
	readonly errand: CleanUpReply;
	readonly steps: Steps;
	readonly yes: { readonly why: string; readonly typed: string };
	readonly isBefore: boolean;
}) {
	const { errand, steps, yes, isBefore } = props;
	const words = useWords().cleanUp;
	const { plan: said, deeds } = words;
	const leave = useLeave();
	const [asked, setAsked] = useState(false);
	const missing = useId();
	const button = useRef<HTMLButtonElement>(null);
	const targets = errand.undertaking?.targets ?? [];
	const doable = targets.filter(isDoable);
	const deed = deedOfAll(targets);
	const obstacle = obstacleTo(errand, leave, yes);
	const isOff = obstacle !== null || isBefore || steps.isBusy;
	// Where something is still asked, that comes first; where nothing has to be typed, yes is one key away as soon as the plan is there; else what has to be typed is.
	useEffect(() => {
		const within = button.current?.closest("dialog");
		const first = within?.querySelector<HTMLElement>("[data-first]");
		const required = within?.querySelector<HTMLElement>("input[required]");
		if (!isTaken(within ?? null))
			(first ?? required ?? button.current)?.focus();
	}, []);
	if (deed === null) return null;
	const verb = deeds.button(deed);
	const grave = doable.some(({ plan }) => plan?.risk === "loses messages");
	const told = obstacle !== null && (asked || obstacle === "mayNot");
	return (
		<footer className="d-foot">
			<span id={missing} className="q d-missing" aria-live="polite">
				{told && said[obstacle]}
			</span>
			<span className="grow" />
			<button type="button" className="btn bare" onClick={steps.cancel}>
				{said.cancel}
			</button>
			<button
				ref={button}
				type="button"
				className={grave && !isOff ? "btn main grave" : "btn main"}
				aria-disabled={isOff}
				aria-describedby={missing}
				// A key that was held since the page before has said yes to that page, not to this.
				onKeyDown={(event) => {
					if (event.repeat) event.preventDefault();
				}}
				onClick={() => {
					setAsked(true);
					if (!isOff)
						steps.approve({ typed: yes.typed.trim(), why: yes.why.trim() });
				}}
			>
				{inAll(words, deed, verb)}
			</button>
		</footer>
	);
}

/** Somebody is at something in the dialog already, as whoever has just chosen otherwise. */
const isTaken = (dialog: HTMLDialogElement | null): boolean =>
	document.activeElement?.matches("input, textarea, select, .whereto *") ===
		true &&
	(dialog?.contains(document.activeElement) ?? false);
