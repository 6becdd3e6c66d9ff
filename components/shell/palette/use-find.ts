"use client";
// What does the server find for what is typed? Asked once somebody rests, and what was found before stays until it answers.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useRested } from "#components/ui/rested.ts";
import type { Problem } from "#lib/core/problem.ts";
import { askWhole, isProblem } from "#lib/wire/ask.ts";
import { type BoardReply, boardReply } from "#lib/wire/board.ts";
import { type Wanted, wantedOf } from "./wanted.ts";

export type Found = {
	readonly wanted: Wanted;
	/** What fits all of it, gravest first; then what only begins so. */
	readonly whole: BoardReply;
	readonly channels: BoardReply | null;
	readonly groups: BoardReply | null;
};

const restMs = 120;
const rowsMax = 8;

export function useFind(typed: string) {
	const rested = useRested(typed, restMs);
	const query = useQuery<Found>({
		queryKey: ["find", rested.trim()],
		queryFn: ({ signal }) => find(wantedOf(rested), signal),
		placeholderData: keepPreviousData,
		...{ structuralSharing: false, retry: false, staleTime: 2_000 },
		...{ gcTime: 10_000, networkMode: "always" as const },
		...{ refetchOnWindowFocus: false, refetchOnReconnect: "always" as const },
	});
	// A question that failed takes nothing away either.
	const last = useRef<Found | null>(null);
	if (query.data) last.current = query.data;
	const problem: Problem | null = isProblem(query.error) ? query.error : null;
	return {
		found: query.data ?? last.current,
		problem,
		isAsking: query.isFetching || rested !== typed,
		again: () => void query.refetch(),
	};
}

async function find(wanted: Wanted, signal: AbortSignal): Promise<Found> {
	const ask = (filter: string) => {
		const limit = String(rowsMax);
		const path = `/api/board?${new URLSearchParams({ filter, limit })}`;
		return askWhole({ path, schema: boardReply, signal });
	};
	const { filter, channel, group } = wanted;
	const [whole, channels, groups] = await Promise.all([
		ask(filter),
		channel === null ? null : ask(channel),
		group === null ? null : ask(group),
	]);
	return { wanted, whole, channels, groups };
}
