"use client";
// How does somebody come in? With the key of an entry link, or freely where it is a demo; then on to where they wanted.
import { useEffect, useRef, useState } from "react";
import { Copy } from "#components/ui/copy.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { askWhole, isProblem } from "#lib/wire/ask.ts";
import { sessionReply } from "#lib/wire/session.ts";
import { keyIn, placeAfter } from "./link.ts";

type Refused = { readonly detail: ProblemDetail; readonly withKey: boolean };

export function Enter() {
	const words = useWords();
	const [refused, setRefused] = useState<Refused | null>(null);
	const begun = useRef(false);
	useEffect(() => {
		// A key works once: React's second run of an effect in development must not spend it again.
		if (begun.current) return;
		begun.current = true;
		void enter().then(setRefused);
	}, []);
	if (refused === null)
		return (
			<section className="first entering" aria-live="polite">
				<p>{words.entry.entering}</p>
			</section>
		);
	return <NoWayIn refused={refused} />;
}

/** The key leaves the address before anything else happens, so that no history and no screen keeps it. */
async function enter(): Promise<Refused | null> {
	const key = keyIn(location.hash);
	history.replaceState(null, "", location.pathname + location.search);
	try {
		await askWhole({
			path: "/api/session",
			method: "POST",
			body: key === null ? { by: "demo" } : { by: "entry", key },
			schema: sessionReply,
		});
	} catch (error) {
		const detail = isProblem(error) ? error.detail : { key: "bug", values: {} };
		return { detail, withKey: key !== null };
	}
	location.replace(placeAfter(location.search, location.origin));
	return null;
}

export function NoWayIn(props: { readonly refused: Refused }) {
	const words = useWords();
	const { entry } = words;
	const { detail, withKey } = props.refused;
	const isOurs = detail.key === "server unreachable" || detail.key === "bug";
	return (
		<section className="first">
			<h1>{entry.refused}</h1>
			{(withKey || isOurs) && (
				<p className="lead" role="alert">
					{problemSentence(words, detail)}
				</p>
			)}
			<p className="lead">{entry.how}</p>
			<div className="cmd">
				<code>{entry.command}</code>
				<Copy text={entry.command} copy={entry.copy} copied={entry.copied} />
			</div>
			<p className="alt">
				<button type="button" className="btn" onClick={() => location.reload()}>
					{entry.again}
				</button>
			</p>
		</section>
	);
}
