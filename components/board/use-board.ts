"use client";
// What stands on the board now? Asked again and again; unchanged rows stay the same objects.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useAsking } from "#components/ui/live.tsx";
import type { Problem } from "#lib/core/problem.ts";
import { ask, isProblem } from "#lib/wire/ask.ts";
import { boardReply } from "#lib/wire/board.ts";
import { type Folding, type Open, printOpen } from "#lib/wire/open.ts";
import { renewed, type Seen, seen } from "#lib/wire/seen.ts";

export type Wanted = {
	readonly filter: string;
	readonly sort: string;
	readonly limit: number;
	/** Lines to pass over. */
	readonly offset?: number;
	/** Only for those who show rows. */
	readonly fold?: Folding;
	readonly open?: readonly Open[];
};

type Kept = { readonly seen: Seen; readonly etag: string | null };

export type BoardNow = {
	readonly seen: Seen | null;
	/** The rows belong to what was asked before; those of this question are on their way. */
	readonly isBefore: boolean;
	readonly failing: boolean;
	readonly problem: Problem | null;
};

const firstEveryMs = 2_500;

export const pathOf = (wanted: Wanted): string => {
	const { filter, sort, offset = 0, limit, fold = "none", open = [] } = wanted;
	const params = new URLSearchParams();
	if (filter !== "") params.set("filter", filter);
	if (sort !== "gravity") params.set("sort", sort);
	if (offset > 0) params.set("offset", String(offset));
	params.set("limit", String(limit));
	if (fold !== "none") params.set("fold", fold);
	if (open.length > 0) params.set("open", printOpen(open));
	return `/api/board?${params}`;
};

export function useBoard(wanted: Wanted): BoardNow {
	const path = pathOf(wanted);
	const kept = useRef<{ readonly path: string; readonly is: Kept } | null>(
		null,
	);
	const failures = useRef(0);
	const everyMs = kept.current?.is.seen.reply.askAgainMs ?? firstEveryMs;
	const query = useQuery<Kept>({
		...useAsking(everyMs, failures.current),
		queryKey: ["board", path],
		placeholderData: keepPreviousData,
		structuralSharing: false,
		queryFn: async ({ signal }) => {
			const before = kept.current?.path === path ? kept.current.is : null;
			try {
				const is = await askBoard(path, before, signal);
				failures.current = 0;
				kept.current = { path, is };
				return is;
			} catch (error) {
				if (!signal.aborted) failures.current++;
				throw error;
			}
		},
	});
	const problem = isProblem(query.error) ? query.error : null;
	return {
		seen: query.data?.seen ?? null,
		isBefore: query.isPlaceholderData,
		failing: query.isError && problem?.code !== "invalid",
		problem,
	};
}

async function askBoard(
	path: string,
	before: Kept | null,
	signal: AbortSignal,
): Promise<Kept> {
	const etag = before?.etag ?? null;
	const { value, headers } = await ask({
		path,
		schema: boardReply,
		etag,
		signal,
	});
	const answeredMs = performance.now();
	if (value !== null)
		return { seen: seen(value, answeredMs), etag: headers.get("etag") };
	if (before === null) throw new Error("nothing changed since nothing");
	return { seen: renewed(before.seen, headers, answeredMs), etag };
}
