"use client";
// What is at this address, or on the usual ports here? Asked of the collector once, when somebody wants to know.
import { useQuery } from "@tanstack/react-query";
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import { isProblem } from "#lib/wire/ask.ts";
import type { FindingReply } from "#lib/wire/errand.ts";
import { errandEnded } from "#lib/wire/errand-ended.ts";

export type Asked = {
	/** Null stands for the usual ports of the collector's machine. */
	readonly address: string | null;
	/** Counts up, so that the same address can be tried again. */
	readonly turn: number;
};

export type Tried =
	| { readonly state: "asking" }
	| { readonly state: "told"; readonly findings: readonly FindingReply[] }
	| { readonly state: "refused"; readonly problem: ProblemDetail };

/** Null while nothing was asked. */
export function useTry(asked: Asked | null): Tried | null {
	const query = useQuery({
		queryKey: ["try", asked],
		enabled: asked !== null,
		queryFn: ({ signal }) => findings(asked?.address ?? null, signal),
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
		retry: false,
		networkMode: "always",
		refetchOnWindowFocus: false,
		refetchOnReconnect: false,
	});
	if (asked === null) return null;
	if (query.data) return { state: "told", findings: query.data };
	if (query.error === null) return { state: "asking" };
	const problem = isProblem(query.error)
		? query.error.detail
		: { key: "bug", values: {} };
	return { state: "refused", problem };
}

async function findings(
	address: string | null,
	signal: AbortSignal,
): Promise<readonly FindingReply[]> {
	const errand = await errandEnded({ verb: "try", address }, signal);
	if (errand.findings === null) throw new Problem("unreachable", "look late");
	return errand.findings;
}
