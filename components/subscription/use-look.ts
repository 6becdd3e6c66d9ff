"use client";
// What does the broker show of one subscription when somebody asks? An errand: asked once, then waited for.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { LookPart, LookSort } from "#lib/core/look.ts";
import type { PendingWish } from "#lib/core/pending.ts";
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import { askWhole, isProblem } from "#lib/wire/ask.ts";
import { errandReply, type LookReply } from "#lib/wire/errand.ts";

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

/** The server holds each question this long; so many of them make the patience of one who looks. */
const waitMs = 2_000;
const waitsMost = 8;

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

export function failureOf(error: Error | null): ProblemDetail | null {
	if (error === null) return null;
	return isProblem(error) ? error.detail : { key: "bug", values: {} };
}

export async function look(
	wish: LookWish,
	signal: AbortSignal,
): Promise<LookReply> {
	let errand = await askWhole({
		path: "/api/errands",
		method: "POST",
		body: { verb: "look", ...wish },
		schema: errandReply,
		signal,
	});
	for (let waits = 0; errand.state === "asked" && waits < waitsMost; waits++)
		errand = await askWhole({
			path: `/api/errands/${encodeURIComponent(errand.id)}?wait=${waitMs}`,
			schema: errandReply,
			signal,
		});
	if (errand.state === "answered" && errand.look !== null) return errand.look;
	const { key, values } = errand.failure ?? { key: "look late", values: {} };
	throw new Problem("unreachable", key, values);
}
