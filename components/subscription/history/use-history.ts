"use client";
// What was every number on a stretch of time, and how high did the lag stand before? What is frozen is asked for once.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import type { AlertMark } from "#components/charts/marks.ts";
import { useAsking } from "#components/ui/live.tsx";
import { daysBefore } from "#lib/core/high-water.ts";
import type { HistoryRange } from "#lib/core/history.ts";
import { askWhole, failureOf } from "#lib/wire/ask.ts";
import { type HistoryReply, historyReply } from "#lib/wire/history.ts";
import { serverNow } from "#lib/wire/seen.ts";
import type { Clock } from "../clock.ts";
import { againMs, pointsAsked, rangeMs, type Span } from "./range.ts";
import {
	alertsIn,
	type HighWater,
	highWaterIn,
	rangeIn,
	usualHeldIn,
} from "./read.ts";

export type Told = {
	readonly range: HistoryRange;
	readonly alerts: readonly AlertMark[];
	readonly firstMs: number;
	readonly isLive: boolean;
};

export type HistoryNow = {
	readonly told: Told | null;
	/** What is shown belongs to what was asked before. */
	readonly isBefore: boolean;
	readonly failure: ReturnType<typeof failureOf>;
	again(): void;
};

export const historyPath = (
	id: string,
	asked: {
		readonly fromMs: number;
		readonly toMs: number;
		readonly points: number;
		readonly format?: "csv" | "json";
	},
): string => {
	const { fromMs, toMs, points, format } = asked;
	const params = new URLSearchParams({
		from: new Date(fromMs).toISOString(),
		to: new Date(toMs).toISOString(),
		points: String(points),
		...(format === undefined ? {} : { format }),
	});
	return `/api/subscriptions/${encodeURIComponent(id)}/history?${params}`;
};

export function useHistory(
	id: string,
	span: Span,
	clock: Clock,
	everyMs: number,
): HistoryNow {
	const failures = useRef(0);
	const isLive = span.is === "live";
	const askingMs = isLive ? againMs(span.range, everyMs) : everyMs;
	const asking = useAsking(askingMs, failures.current);
	const query = useQuery<Told>({
		...asking,
		...(isLive ? {} : frozen),
		queryKey: ["history", id, span],
		placeholderData: keepPreviousData,
		queryFn: async ({ signal }) => {
			const nowMs = serverNow(clock, performance.now());
			const { fromMs, toMs } =
				span.is === "frozen"
					? span
					: { fromMs: nowMs - rangeMs[span.range], toMs: nowMs };
			try {
				const path = historyPath(id, { fromMs, toMs, points: pointsAsked });
				const reply = await ask(path, signal);
				failures.current = 0;
				const firstMs = Date.parse(reply.subscription.first);
				const alerts = alertsIn(reply);
				return { range: rangeIn(reply), alerts, firstMs, isLive };
			} catch (error) {
				if (!signal.aborted) failures.current++;
				throw error;
			}
		},
	});
	return {
		told: query.data ?? null,
		isBefore: query.isPlaceholderData,
		failure: failureOf(query.error),
		again: () => void query.refetch(),
	};
}

const frozen = {
	meta: {},
	refetchInterval: false,
	refetchOnWindowFocus: false,
	refetchOnReconnect: false,
	staleTime: Number.POSITIVE_INFINITY,
} as const;

const ask = (path: string, signal: AbortSignal): Promise<HistoryReply> =>
	askWhole({ path, schema: historyReply, signal });

const hourMs = 3_600_000;

export type WeekBefore = {
	readonly highWater: HighWater | null;
	readonly usualHeldSeconds: number | null;
};

/** What the seven days before say; null as long as less than a day is known of them. */
export function useWeekBefore(
	id: string,
	told: Told | null,
): WeekBefore | null {
	const fromMs = told?.range.fromMs ?? 0;
	const isEnough = told !== null && told.firstMs <= fromMs - daysBefore.leastMs;
	const query = useQuery({
		...frozen,
		queryKey: ["week before", id, Math.floor(fromMs / hourMs)],
		placeholderData: keepPreviousData,
		enabled: isEnough,
		retry: false,
		networkMode: "always",
		queryFn: async ({ signal }): Promise<WeekBefore> => {
			const points = daysBefore.lastsMs / hourMs;
			const asked = {
				fromMs: fromMs - daysBefore.lastsMs,
				toMs: fromMs,
				points,
			};
			const range = rangeIn(await ask(historyPath(id, asked), signal));
			return {
				highWater: highWaterIn(range),
				usualHeldSeconds: usualHeldIn(range),
			};
		},
	});
	return isEnough ? (query.data ?? null) : null;
}
