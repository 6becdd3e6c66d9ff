"use client";
// How many subscriptions does a filter match now? The board's own count, a moment after the last letter.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useAsking } from "#components/ui/live.tsx";
import { useRested } from "#components/ui/rested.ts";
import { askWhole } from "#lib/wire/ask.ts";
import { boardReply } from "#lib/wire/board.ts";

const restMs = 150;
const everyMs = 5_000;

/** Null until it is known, or where there is nothing to ask. */
export function useMatches(filter: string | null): number | null {
	const rested = useRested(filter, restMs);
	const query = useQuery({
		...useAsking(everyMs, 0),
		queryKey: ["board", "matches", rested],
		queryFn: ({ signal }) =>
			askWhole({
				path: `/api/board?${new URLSearchParams({
					...(rested?.trim() && { filter: rested.trim() }),
					limit: "1",
				})}`,
				...{ schema: boardReply, signal },
			}),
		enabled: rested !== null,
		placeholderData: keepPreviousData,
	});
	return rested === null ? null : (query.data?.total ?? null);
}
