"use client";
// What was done, as far as somebody has looked back? The newest page is asked for again while the screen is live.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useAsking } from "#components/ui/live.tsx";
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import {
	type ActivityReply,
	activityReply,
	type DoneReply,
} from "#lib/wire/activity.ts";
import { askWhole, isProblem } from "#lib/wire/ask.ts";
import { pathOf, type Wanted } from "./address.ts";

const everyMs = 5_000;

export type ActivityNow = {
	readonly errands: readonly DoneReply[];
	/** The server's clock when it answered; null until it did. */
	readonly atMs: number | null;
	readonly problem: ProblemDetail | null;
	readonly isAsking: boolean;
	readonly hasOlder: boolean;
	older(): void;
	again(): void;
};

export function useActivity(wanted: Wanted): ActivityNow {
	const asking = useAsking(everyMs, 0);
	const query = useInfiniteQuery({
		...asking,
		queryKey: ["activity", wanted],
		queryFn: ({ pageParam, signal }) => page(wanted, pageParam, signal),
		initialPageParam: "",
		getNextPageParam: ({ next }) => next,
		placeholderData: keepPreviousData,
		// Who looks back is not moved under what they read.
		refetchInterval: ({ state: { data } }) =>
			(data?.pages.length ?? 0) > 1 ? false : asking.refetchInterval && everyMs,
	});
	const pages = query.data?.pages ?? [];
	const once = new Map(
		pages.flatMap(({ errands }) => errands.map((it) => [it.id, it] as const)),
	);
	const [first] = pages;
	return {
		errands: [...once.values()],
		atMs: first === undefined ? null : Date.parse(first.at),
		problem: query.error && detailOf(query.error),
		isAsking: query.isFetchingNextPage,
		hasOlder: query.hasNextPage,
		older: () => void query.fetchNextPage(),
		again: () => void query.refetch(),
	};
}

const page = (
	wanted: Wanted,
	cursor: string,
	signal: AbortSignal,
): Promise<ActivityReply> =>
	askWhole({
		path: pathOf(wanted, Date.now(), cursor === "" ? {} : { cursor }),
		...{ schema: activityReply, signal },
	});

const detailOf = (error: Error): ProblemDetail =>
	(isProblem(error) ? error : new Problem("unreachable", "bug")).detail;
