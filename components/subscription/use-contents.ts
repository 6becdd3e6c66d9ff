"use client";
// What does one message say? Asked when somebody wants to see it, and forgotten when they look away.
import { useMutation, useQuery } from "@tanstack/react-query";
import { anyPending } from "#lib/core/pending.ts";
import { mayAt, scopeOf } from "#lib/core/people/rights.ts";
import type { Spot } from "#lib/core/people/scope.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { placeSaid } from "#lib/say/access-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { failureOf } from "#lib/wire/ask.ts";
import type { ContentsReply } from "#lib/wire/pending.ts";
import { sessionAsked } from "#lib/wire/session-asked.ts";
import { look } from "./use-look.ts";

export type ContentsNow = {
	/** Undefined while nobody asked; null where there is no message any more. */
	readonly contents: ContentsReply | null | undefined;
	readonly asking: boolean;
	readonly failure: ProblemDetail | null;
	ask(): void;
	hide(): void;
};

export function useContents(subscription: string, entry: string): ContentsNow {
	const { data, isPending, error, mutate, reset } = useMutation({
		mutationFn: async () => {
			const { pending } = await look(
				{
					...{ subscription, part: "pending", sort: "lag", offset: 0 },
					...{ limit: 1, pending: { ...anyPending, entry, contents: true } },
				},
				AbortSignal.timeout(20_000),
			);
			return pending?.entries[0]?.contents ?? null;
		},
		gcTime: 0,
		networkMode: "always",
	});
	return {
		contents: data,
		asking: isPending,
		failure: failureOf(error),
		ask: () => mutate(),
		hide: reset,
	};
}

/** Here, and not at any place. Null until it is known. */
export function useSeesContents(spot: Spot): boolean | null {
	const me = useQuery(sessionAsked).data;
	if (me === undefined) return null;
	return mayAt(me.leave.rights, "see contents", spot);
}

/** The place where it is allowed instead; null where it is nowhere. */
export function useContentsPlace(): string | null {
	const words = useWords();
	const me = useQuery(sessionAsked).data;
	return me === undefined
		? null
		: placeSaid(words, scopeOf(me.leave.rights, ["see contents"]));
}
