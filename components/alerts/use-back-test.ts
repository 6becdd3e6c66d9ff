"use client";
// When would a rule have fired? Asked of history a moment after the last change; what was shown stays until the newest answer comes.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRested } from "#components/ui/rested.ts";
import type { BackTestDays } from "#lib/core/alert/asked/errand.ts";
import type { Rule } from "#lib/core/alert/rule.ts";
import { parseFilter } from "#lib/core/filter/filter.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { failureOf } from "#lib/wire/ask.ts";
import type { BackTestReply } from "#lib/wire/back-test.ts";
import { errandEnded } from "#lib/wire/errand-ended.ts";

const restMs = 150;

export type BackTestNow = {
	readonly backTest: BackTestReply | null;
	/** What is shown answers a question before this one. */
	readonly isBefore: boolean;
	readonly problem: ProblemDetail | null;
};

/** What history keeps: of outlets and of the disk it knows nothing. */
export const isTestable = ({ when }: Pick<Rule, "when">): boolean =>
	when.is !== "outlet failing" && when.is !== "no room";

export function useBackTest(
	rule: Rule | null,
	days: BackTestDays,
): BackTestNow {
	const asked = rule === null ? null : JSON.stringify(questionOf(rule));
	const rested = useRested(asked, restMs);
	const isAskable =
		rule !== null && isTestable(rule) && "filter" in parseFilter(rule.among);
	const query = useQuery({
		// A question is its own key, so that a late answer to another is never shown.
		queryKey: ["back-test", days, rested],
		queryFn: async ({ signal }) => {
			const question: Rule = JSON.parse(rested ?? "");
			const { alerts } = await errandEnded(
				{ verb: "back-test", rule: { ...question, tell: null }, days },
				signal,
			);
			return alerts?.is === "back-test" ? alerts.backTest : null;
		},
		enabled: isAskable && rested !== null,
		placeholderData: keepPreviousData,
		staleTime: 60_000,
		networkMode: "always",
		retry: false,
		refetchOnWindowFocus: false,
	});
	return {
		backTest: isAskable ? (query.data ?? null) : null,
		isBefore: rested !== asked || query.isPlaceholderData || query.isFetching,
		problem: failureOf(query.error),
	};
}

/** Who is told, and what, changes no firing. */
const questionOf = ({ when, among, forMs, calmMs, gravity }: Rule) => ({
	...{ name: "as it stands", when, among: among.trim(), forMs, calmMs },
	...{ gravity, tell: null, againMs: null, text: "", on: true },
});
