"use client";
// What is known of one subscription now? Asked again and again like the board.
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useAsking } from "#components/ui/live.tsx";
import type { Problem } from "#lib/core/problem.ts";
import { askWhole, isProblem } from "#lib/wire/ask.ts";
import { type SubscriptionReply, subscriptionReply } from "#lib/wire/board.ts";
import type { Clock } from "./clock.ts";

type Dated = { readonly reply: SubscriptionReply; readonly clock: Clock };

export type SubscriptionNow = {
	readonly reply: SubscriptionReply | null;
	readonly clock: Clock | null;
	readonly failing: boolean;
	readonly problem: Problem | null;
};

const firstEveryMs = 2_500;

export function useSubscription(id: string): SubscriptionNow {
	const failures = useRef(0);
	const everyMs = useRef(firstEveryMs);
	const query = useQuery<Dated>({
		...useAsking(everyMs.current, failures.current),
		queryKey: ["subscription", id],
		queryFn: async ({ signal }) => {
			try {
				const path = `/api/subscriptions/${encodeURIComponent(id)}`;
				const reply = await askWhole({
					path,
					schema: subscriptionReply,
					signal,
				});
				failures.current = 0;
				everyMs.current = reply.askAgainMs;
				const serverMs = Date.parse(reply.at);
				return { reply, clock: { serverMs, answeredMs: performance.now() } };
			} catch (error) {
				if (!signal.aborted) failures.current++;
				throw error;
			}
		},
	});
	const problem = isProblem(query.error) ? query.error : null;
	const known = problem?.code === "not found" ? undefined : query.data;
	return {
		reply: known?.reply ?? null,
		clock: known?.clock ?? null,
		failing: query.isError && problem?.code !== "not found",
		problem,
	};
}
