"use client";
// May whoever looks at this change rules, mute and acknowledge? As the server says it.
import { useQuery } from "@tanstack/react-query";
import { mayAt, scopeOf } from "#lib/core/people/rights.ts";
import type { Spot } from "#lib/core/people/scope.ts";
import { placeSaid } from "#lib/say/access-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { sessionAsked } from "#lib/wire/session-asked.ts";

/** Null until it is known. */
export const useMayTend = (): boolean | null =>
	useQuery(sessionAsked).data?.tendsAlerts ?? null;

/** What keeps somebody from it, in a sentence: the role, or the place that is wanted. Null where nothing does. */
export function useMayNot(): string | null {
	const words = useWords();
	const me = useQuery(sessionAsked).data;
	if (me === undefined || me.tendsAlerts) return null;
	const place = placeSaid(words, scopeOf(me.leave.rights, ["tend alerts"]));
	return place === null
		? words.alerts.mayNot
		: words.access.needsEverywhere(place);
}

/** To say that one is on it, the right is enough where it fires. Null until it is known. */
export function useMayTendAt(spot: Spot | null): boolean | null {
	const me = useQuery(sessionAsked).data;
	if (me === undefined) return null;
	if (me.tendsAlerts || spot === null) return me.tendsAlerts;
	return mayAt(me.leave.rights, "tend alerts", spot);
}
