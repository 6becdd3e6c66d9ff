"use client";
// What was done about one subscription lately, and what came of it? For its chart and the list beside it.
import { useQuery } from "@tanstack/react-query";
import type { DeedMark } from "#components/charts/marks.ts";
import { useAsking } from "#components/ui/live.tsx";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import { activityReply } from "#lib/wire/activity.ts";
import { askWhole } from "#lib/wire/ask.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { deedDone, kindOf } from "./deed.ts";

const everyMs = 5_000;

export function useDone(subscription: string): readonly DeedMark[] {
	const words = useWords();
	const query = useQuery({
		...useAsking(everyMs, 0),
		queryKey: ["done", subscription],
		queryFn: ({ signal }) =>
			askWhole({
				path: `/api/errands?${new URLSearchParams({ subscription })}`,
				...{ schema: activityReply, signal },
			}),
	});
	return (query.data?.errands ?? []).flatMap((errand) =>
		errand.verb === "clean up" ? markOf(words, errand, subscription) : [],
	);
}

/** Nothing where nothing was done at that one. */
export function markOf(
	{ cleanUp: { deeds } }: Pick<Words, "cleanUp">,
	{ id, by, undertaking }: CleanUpReply,
	subscription: string,
): readonly DeedMark[] {
	const target = undertaking?.targets.find((it) => it.id === subscription);
	const { plan, outcome } = target ?? {};
	const at = undertaking?.started ?? undertaking?.approval?.at;
	if (!plan || !outcome || !at) return [];
	if (outcome.messagesDone + outcome.membersRemoved === 0) return [];
	const who = brief(undertaking?.approval?.by ?? by, 40);
	const said = `${who}: ${deeds.done(deedDone(kindOf(plan), [outcome]))}`;
	return [{ atMs: Date.parse(at), verdict: null, said, id }];
}
