"use client";
// What stands on a list that goes back in time, as far as somebody has looked? The newest page is asked for again while the screen is live.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useAsking } from "./live.tsx";

type Page = { readonly next: string | null };

export function usePages<T extends Page>(props: {
	readonly key: readonly unknown[];
	readonly everyMs: number;
	/** From there on; empty for the newest. */
	readonly page: (cursor: string, signal: AbortSignal) => Promise<T>;
}) {
	const { key, everyMs, page } = props;
	const asking = useAsking(everyMs, 0);
	const query = useInfiniteQuery({
		...asking,
		queryKey: key,
		queryFn: ({ pageParam, signal }) => page(pageParam, signal),
		initialPageParam: "",
		getNextPageParam: ({ next }) => next,
		placeholderData: keepPreviousData,
		// Who looks back is not moved under what they read.
		refetchInterval: ({ state: { data } }) =>
			(data?.pages.length ?? 0) > 1 ? false : asking.refetchInterval && everyMs,
	});
	return {
		pages: query.data?.pages ?? [],
		/** Of another question, until this one is answered. */
		isBefore: query.isPlaceholderData,
		error: query.error,
		isAsking: query.isFetchingNextPage,
		hasOlder: query.hasNextPage,
		older: () => void query.fetchNextPage(),
		again: () => void query.refetch(),
	};
}
