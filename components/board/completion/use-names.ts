"use client";
// Which names does the board know for what is typed? Asked once somebody rests, and what was found before stays until it answers.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useRested } from "#components/ui/rested.ts";
import { askWhole } from "#lib/wire/ask.ts";
import { boardReply } from "#lib/wire/board.ts";
import { pathOf } from "../use-board.ts";
import { typingAt, type Written } from "./completion.ts";
import {
	type Asked,
	answered,
	askedFor,
	type Search,
	searchFor,
} from "./names.ts";

const restMs = 150;
const rowsMax = 50;
const questionsMax = 3;

/** Null while nothing is typed that has to be asked for. */
export function useNames(written: Written | null): Search | null {
	const rested = useRested(written, restMs);
	const typing = rested && typingAt(rested);
	const asked = typing && askedFor(rested.text, typing);
	const query = useQuery<Search>({
		queryKey: ["names", asked],
		queryFn: ({ signal }) => searched(asked, signal),
		enabled: asked !== null,
		placeholderData: keepPreviousData,
		...{ structuralSharing: false, retry: false, staleTime: 5_000 },
		...{ gcTime: 30_000, networkMode: "always" as const },
		...{ refetchOnWindowFocus: false, refetchOnReconnect: false },
	});
	// A question that failed takes nothing away either.
	const last = useRef<Search | null>(null);
	if (query.data) last.current = query.data;
	return query.data ?? last.current;
}

async function searched(
	asked: Asked | null,
	signal: AbortSignal,
): Promise<Search> {
	if (asked === null) throw new Error("nothing is asked for");
	let search = searchFor(asked);
	for (let n = 0; n < questionsMax && search.next !== null; n++) {
		const path = pathOf({
			...{ filter: search.next, sort: "gravity", limit: rowsMax },
		});
		const reply = await askWhole({ path, schema: boardReply, signal });
		search = answered(search, reply);
	}
	return search;
}
