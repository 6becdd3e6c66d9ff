"use client";
// What exactly will happen, how far is it, what came of it? A dialog over the page, from the plan to the outcome.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useSheet } from "#components/ui/use-sheet.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { Body } from "./body.tsx";
import { Head } from "./head.tsx";
import { Problem } from "./problem.tsx";
import { titleOf } from "./title.ts";
import { useErrand } from "./use-errand.ts";
import { useSteps } from "./use-steps.ts";
import { type View, viewOf } from "./view.ts";

export function CleanUp(props: { readonly id: string }) {
	const { id } = props;
	const words = useWords();
	const dialog = useSheet();
	const now = useErrand(id);
	const { errand, nowMs } = now;
	const steps = useSteps(errand, id);
	const view = errand === null ? "drawing" : viewOf(errand, nowMs);
	const title = titleOf(words, errand, view);
	const heading = useRef<HTMLHeadingElement>(null);
	useFocusOn(heading, errand, view);
	useLookAgain(view);
	return (
		<dialog
			ref={dialog}
			className="dialog"
			aria-labelledby="clean-up-title"
			aria-busy={view === "drawing" || now.isBefore}
			onClose={steps.close}
		>
			<p className="sr" role="status">
				{title}
			</p>
			<Head {...{ heading, title, view, errand, nowMs }} />
			{errand === null || view === "drawing" ? (
				<Waiting failure={now.failure} onClose={steps.close} />
			) : (
				<Body {...{ errand, view, nowMs, steps }} isBefore={now.isBefore} />
			)}
		</dialog>
	);
}

/** What has come takes the focus from what is no longer there, and from nothing else. */
function useFocusOn(
	heading: { readonly current: HTMLElement | null },
	errand: CleanUpReply | null,
	view: View,
) {
	const [shown, setShown] = useState<View>(view);
	useEffect(() => {
		if (shown === view || errand === null) return;
		setShown(view);
		const { activeElement } = document;
		const isLost =
			activeElement === null ||
			activeElement === document.body ||
			activeElement instanceof HTMLDialogElement;
		if (isLost) heading.current?.focus();
	}, [shown, view, errand, heading]);
}

/** What was looked at before is not what is there now. */
function useLookAgain(view: View) {
	const client = useQueryClient();
	useEffect(() => {
		if (view === "outcome" || view === "changed")
			void client.invalidateQueries({ queryKey: ["look"] });
	}, [client, view]);
}

function Waiting(props: {
	readonly failure: Parameters<typeof Problem>[0]["problem"];
	readonly onClose: () => void;
}) {
	const { cleanUp: words } = useWords();
	return (
		<>
			<div className="d-body">
				{props.failure === null ? (
					<div className="d-waits" aria-hidden="true">
						<i />
						<i />
						<i />
					</div>
				) : (
					<Problem problem={props.failure} />
				)}
			</div>
			<footer className="d-foot">
				<span className="grow" />
				<button type="button" className="btn bare" onClick={props.onClose}>
					{words.plan.cancel}
				</button>
			</footer>
		</>
	);
}
