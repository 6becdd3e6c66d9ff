"use client";
// How does somebody come in? With what their link carries, freely where it is a demo, or by signing in; then on to where they wanted.
import { useEffect, useRef, useState } from "react";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SignInReply } from "#lib/wire/people.ts";
import { askOffered, comeIn } from "./come-in.ts";
import { Invitation } from "./invitation.tsx";
import { type Arrival, arrivalIn } from "./link.ts";
import { NoWayIn } from "./no-way-in.tsx";
import { SignIn, type WhyHere } from "./sign-in.tsx";

type Shown =
	| { readonly is: "entering" }
	| {
			readonly is: "sign in";
			readonly offered: SignInReply;
			readonly why: WhyHere;
	  }
	| Extract<Arrival, { by: "invitation" }>
	| { readonly is: "no way in"; readonly problem: ProblemDetail | null };

export function Enter() {
	const words = useWords();
	const [shown, setShown] = useState<Shown>({ is: "entering" });
	const begun = useRef(false);
	useEffect(() => {
		// A key works once: React's second run of an effect in development must not spend it again.
		if (begun.current) return;
		begun.current = true;
		void arrive().then(setShown);
	}, []);
	if ("by" in shown) return <Invitation {...shown} />;
	switch (shown.is) {
		case "entering":
			return (
				<section className="first entering" aria-live="polite">
					<p>{words.entry.entering}</p>
				</section>
			);
		case "sign in":
			return <SignIn offered={shown.offered} why={shown.why} />;
		case "no way in":
			return <NoWayIn problem={shown.problem} />;
	}
}

/** What a link carries leaves the address before anything else happens, so that no history and no screen keeps it. */
async function arrive(): Promise<Shown> {
	const { hash, pathname, search } = location;
	const arrival = arrivalIn(hash, search);
	history.replaceState(null, "", pathname + search);
	if (arrival.by === "invitation") return arrival;
	const isKey = arrival.by === "key";
	const refused = isKey
		? await comeIn({ by: "entry", key: arrival.key })
		: null;
	if (isKey && refused === null) return { is: "entering" };
	const offered = await askOffered();
	if ("problem" in offered)
		return { is: "no way in", problem: refused ?? offered.problem };
	const why = isKey ? refused : (offered.trouble ?? arrival.why);
	// Whoever has just gone out does not come in again by themselves.
	if (offered.demo && why !== "left") {
		const closed = await comeIn({ by: "demo" });
		return closed === null
			? { is: "entering" }
			: { is: "no way in", problem: closed };
	}
	return offered.demo || offered.password || offered.provider
		? { is: "sign in", offered, why }
		: { is: "no way in", problem: refused };
}
