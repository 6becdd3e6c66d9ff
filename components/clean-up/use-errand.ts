"use client";
// How does a clean-up stand now? Asked again for as long as something is to come, whether the board is paused or not.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTicking } from "#components/ui/ticking.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { ask, failureOf } from "#lib/wire/ask.ts";
import { type CleanUpReply, cleanUpReply } from "#lib/wire/clean-up.ts";
import { type Seen, serverNow } from "#lib/wire/seen.ts";
import { againMs } from "./view.ts";

type Clock = Pick<Seen, "serverMs" | "answeredMs">;
type Dated = { readonly errand: CleanUpReply; readonly clock: Clock };

export type ErrandNow = {
	readonly errand: CleanUpReply | null;
	/** What is shown is the plan before; the next one is being drawn. */
	readonly isBefore: boolean;
	readonly failure: ProblemDetail | null;
	readonly nowMs: number;
	again(): void;
};

export const errandKey = (id: string) => ["errand", id] as const;

export function useErrand(id: string): ErrandNow {
	const ticking = useTicking();
	const query = useQuery<Dated>({
		queryKey: errandKey(id),
		queryFn: ({ signal }) => askErrand(id, signal),
		placeholderData: keepPreviousData,
		refetchInterval: ({ state: { data } }) =>
			data !== undefined &&
			againMs(data.errand, serverNow(data.clock, performance.now())),
		refetchOnWindowFocus: "always",
		networkMode: "always",
		retry: 2,
	});
	const dated = query.data ?? null;
	const [drawn, setDrawn] = useState<Dated | null>(null);
	useEffect(() => {
		if (dated !== null && dated.errand.state !== "asked") setDrawn(dated);
	}, [dated]);
	const isDrawing = dated?.errand.state === "asked" || dated === null;
	const shown = isDrawing && drawn?.errand.state === "planned" ? drawn : dated;
	return {
		errand: shown?.errand ?? null,
		isBefore: shown !== null && shown.errand.id !== id,
		failure: query.isError ? failureOf(query.error) : null,
		nowMs: shown === null ? 0 : serverNow(shown.clock, ticking),
		again: () => void query.refetch(),
	};
}

async function askErrand(id: string, signal: AbortSignal): Promise<Dated> {
	const { value, headers } = await ask({
		path: `/api/errands/${encodeURIComponent(id)}`,
		schema: cleanUpReply,
		signal,
	});
	if (value === null) throw new Error("nothing changed since nothing");
	const serverMs = Date.parse(headers.get("date") ?? "");
	return {
		errand: value,
		clock: {
			serverMs: Number.isNaN(serverMs) ? Date.now() : serverMs,
			answeredMs: performance.now(),
		},
	};
}
