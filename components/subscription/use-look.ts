"use client";
// What does the broker show of one subscription when somebody asks? An errand: asked once, then waited for.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { LookPart, LookSort } from "#lib/core/look.ts";
import type { PendingWish } from "#lib/core/pending.ts";
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import { failureOf } from "#lib/wire/ask.ts";
import type { LookReply } from "#lib/wire/errand.ts";
import { errandEnded } from "#lib/wire/errand-ended.ts";

export type LookWish = {
	readonly subscription: string;
	readonly part: LookPart;
	readonly sort: LookSort;
	readonly offset: number;
	readonly limit: number;
	readonly pending?: Partial<PendingWish>;
};

export type LookNow = {
	readonly look: LookReply | null;
	readonly asking: boolean;
	readonly failure: ProblemDetail | null;
	again(): void;
};

/** Nothing asks by itself again but what somebody waits for: a look is work for the broker, and somebody has to want it. */
export function useLook(
	wish: LookWish,
	againMs: (look: LookReply) => number | false = () => false,
): LookNow {
	const query = useQuery({
		queryKey: ["look", wish],
		queryFn: ({ signal }) => look(wish, signal),
		placeholderData: keepPreviousData,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
		retry: false,
		networkMode: "always",
		refetchInterval: ({ state }) =>
			state.data === undefined || state.error ? false : againMs(state.data),
		refetchOnWindowFocus: false,
		refetchOnReconnect: false,
	});
	return {
		look: query.data ?? null,
		asking: query.isFetching,
		failure: query.isFetching ? null : failureOf(query.error),
		again: () => void query.refetch(),
	};
}

export async function look(
	wish: LookWish,
	signal: AbortSignal,
): Promise<LookReply> {
	const errand = await errandEnded({ verb: "look", ...wish }, signal);
	if (errand.look === null) throw new Problem("unreachable", "look late");
	return errand.look;
}
