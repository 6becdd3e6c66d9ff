"use client";
// Which rules and outlets are there? Asked again now and then, since a file or somebody else may change them.
import { useQuery } from "@tanstack/react-query";
import { useAsking } from "#components/ui/live.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { type RulesReply, rulesReply } from "#lib/wire/alerts.ts";
import { askWhole, failureOf } from "#lib/wire/ask.ts";

const everyMs = 10_000;

export type RulesNow = {
	readonly reply: RulesReply | null;
	readonly problem: ProblemDetail | null;
	again(): void;
};

export const rulesKey = ["rules"] as const;

export function useRules(): RulesNow {
	const query = useQuery({
		...useAsking(everyMs, 0),
		queryKey: rulesKey,
		queryFn: ({ signal }) =>
			askWhole({ path: "/api/rules", schema: rulesReply, signal }),
	});
	return {
		reply: query.data ?? null,
		problem: failureOf(query.error),
		again: () => void query.refetch(),
	};
}
