"use client";
// What fires now, and what is muted? Asked again while the screen is live; what has not changed stays as it is.
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useAsking } from "#components/ui/live.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { type AlertsReply, alertsReply } from "#lib/wire/alerts.ts";
import { ask, failureOf } from "#lib/wire/ask.ts";

const firstEveryMs = 2_500;

export type Clock = {
	readonly serverMs: number;
	readonly answeredMs: number;
};
type Kept = {
	readonly reply: AlertsReply;
	readonly etag: string | null;
	readonly clock: Clock;
};

export type AlertsNow = {
	readonly reply: AlertsReply | null;
	readonly clock: Clock | null;
	readonly problem: ProblemDetail | null;
	again(): void;
};

export const alertsKey = ["alerts"] as const;

export function useAlerts(): AlertsNow {
	const kept = useRef<Kept | null>(null);
	const everyMs = kept.current?.reply.askAgainMs ?? firstEveryMs;
	const query = useQuery<Kept>({
		...useAsking(everyMs, 0),
		queryKey: alertsKey,
		structuralSharing: false,
		queryFn: async ({ signal }) => {
			kept.current = await askAlerts(kept.current, signal);
			return kept.current;
		},
	});
	return {
		reply: query.data?.reply ?? null,
		clock: query.data?.clock ?? null,
		problem: failureOf(query.error),
		again: () => void query.refetch(),
	};
}

async function askAlerts(
	before: Kept | null,
	signal: AbortSignal,
): Promise<Kept> {
	const { value, headers } = await ask({
		path: "/api/alerts",
		schema: alertsReply,
		etag: before?.etag ?? null,
		signal,
	});
	const answeredMs = performance.now();
	if (value === null) {
		if (before !== null) return before;
		throw new Error("nothing changed since nothing");
	}
	return {
		reply: value,
		etag: headers.get("etag"),
		clock: { serverMs: Date.parse(value.at), answeredMs },
	};
}
