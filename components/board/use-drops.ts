"use client";
// How many rows would there be without one of the terms? Asked once somebody rests on a filter that nothing fits.
import { useQuery } from "@tanstack/react-query";
import { useAsking } from "#components/ui/live.tsx";
import { useRested } from "#components/ui/rested.ts";
import { askWhole } from "#lib/wire/ask.ts";
import { boardReply } from "#lib/wire/board.ts";
import { type Drop, dropsOf } from "./drops.ts";
import { pathOf } from "./use-board.ts";

type Dropped = Drop & { readonly total: number };

const restMs = 400;
/** Rarely: nobody waits for it, and it is several questions. */
const everyMs = 10_000;
const noneYet: readonly Dropped[] = [];

/** Those that would help, the one that shows most first. */
export function useDrops(filter: string): readonly Dropped[] {
	const rested = useRested(filter, restMs);
	const drops = rested === filter ? dropsOf(rested) : [];
	const query = useQuery<readonly Dropped[]>({
		...useAsking(everyMs, 0),
		queryKey: ["without", rested],
		queryFn: ({ signal }) =>
			Promise.all(drops.map((drop) => counted(drop, signal))),
		enabled: drops.length > 0,
		structuralSharing: false,
		gcTime: everyMs,
	});
	if (drops.length === 0) return noneYet;
	return (query.data ?? noneYet)
		.filter(({ total }) => total > 0)
		.toSorted((a, b) => b.total - a.total);
}

async function counted(drop: Drop, signal: AbortSignal): Promise<Dropped> {
	const path = pathOf({ filter: drop.rest, sort: "gravity", limit: 1 });
	const { total } = await askWhole({ path, schema: boardReply, signal });
	return { ...drop, total };
}
