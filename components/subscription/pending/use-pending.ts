"use client";
// Which entries fit, page by page? What is sought is asked for again and again, until a page is full, nothing is left, or it is stopped.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { anyPending, type PendingWish } from "#lib/core/pending.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { failureOf } from "#lib/wire/ask.ts";
import type { LookReply } from "#lib/wire/errand.ts";
import type { PendingReply } from "#lib/wire/pending.ts";
import { look } from "../use-look.ts";

export type Sought = Pick<
	PendingWish,
	"member" | "deliveriesMin" | "idleMinMs"
>;

export type PendingNow = {
	/** Null before the first answer. */
	readonly entries: PendingReply["entries"] | null;
	readonly atMs: number;
	readonly total: number;
	readonly passed: number;
	/** Where the next page begins; null at the end, or while this one is not full. */
	readonly next: string | null;
	readonly seeking: boolean;
	/** What is shown is the page before, while the next one is asked for. */
	readonly turning: boolean;
	/** Somebody stopped it before the page was full. */
	readonly stopped: boolean;
	readonly failure: ProblemDetail | null;
	stop(): void;
	further(): void;
};

export const pendingKey = ["pending"] as const;

type From = { readonly after: string | null; readonly limit: number };

export function usePending(
	subscription: string,
	sought: Sought,
	after: string | null,
	limit: number,
): PendingNow {
	const name = JSON.stringify([subscription, sought, after]);
	const [stoppedAt, setStoppedAt] = useState<string | null>(null);
	const stopped = stoppedAt === name;
	const first: From = { after, limit };
	const query = useInfiniteQuery({
		queryKey: [...pendingKey, name],
		placeholderData: keepPreviousData,
		initialPageParam: first,
		queryFn: ({ pageParam, signal }) =>
			ask(subscription, sought, pageParam, signal),
		getNextPageParam: (last, all): From | null => {
			const left = limit - entriesOf(all).length;
			const next = last.pending?.next ?? null;
			return next === null || left <= 0 ? null : { after: next, limit: left };
		},
		...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false },
		...{ refetchOnWindowFocus: false, refetchOnReconnect: false },
		networkMode: "always",
	});
	const { hasNextPage, isFetching, isError, fetchNextPage } = query;
	const turning = query.isPlaceholderData;
	const goesOn = hasNextPage && !isError && !stopped;
	useEffect(() => {
		if (goesOn && !isFetching) void fetchNextPage();
	}, [goesOn, isFetching, fetchNextPage]);
	const looks = query.data?.pages ?? [];
	const last = looks.at(-1);
	return {
		entries: last === undefined ? null : entriesOf(looks),
		atMs: last === undefined ? 0 : Date.parse(last.at),
		total: last?.total ?? 0,
		passed: looks.reduce((sum, { pending }) => sum + (pending?.passed ?? 0), 0),
		next: hasNextPage || turning ? null : (last?.pending?.next ?? null),
		seeking: query.isPending || query.isFetchingNextPage || goesOn,
		turning,
		stopped: stopped && hasNextPage && !isFetching,
		failure: isFetching ? null : failureOf(query.error),
		stop: () => setStoppedAt(name),
		further: () => setStoppedAt(null),
	};
}

const entriesOf = (looks: readonly LookReply[]) =>
	looks.flatMap(({ pending }) => pending?.entries ?? []);

const ask = (
	subscription: string,
	sought: Sought,
	{ after, limit }: From,
	signal: AbortSignal,
) =>
	look(
		{
			...{ subscription, part: "pending", sort: "lag", offset: 0, limit },
			pending: { ...anyPending, ...sought, after },
		},
		signal,
	);
