"use client";
// What does one message say? Asked when somebody wants to see it, and forgotten when they look away.
import { useMutation, useQuery } from "@tanstack/react-query";
import { anyPending } from "#lib/core/pending.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
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

/** Null until it is known. */
export const useSeesContents = (): boolean | null =>
	useQuery(sessionAsked).data?.seesContents ?? null;
