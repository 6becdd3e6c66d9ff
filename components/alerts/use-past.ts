"use client";
// What fired and is over, as far back as somebody has looked?
import { usePages } from "#components/ui/use-pages.ts";
import type { BackTestDays } from "#lib/core/alert/asked/errand.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import {
	type AlertReply,
	type PastAlertsReply,
	pastAlertsReply,
} from "#lib/wire/alerts.ts";
import { askWhole, failureOf } from "#lib/wire/ask.ts";

const everyMs = 10_000;
const dayMs = 24 * 3_600_000;
const pageOf = 200;

export type PastNow = {
	readonly alerts: readonly AlertReply[];
	/** Of the whole range; null until it is known. */
	readonly whole: Pick<PastAlertsReply, "total" | "firingMs"> | null;
	/** By the server's clock. */
	readonly toMs: number;
	readonly isBefore: boolean;
	readonly problem: ProblemDetail | null;
	readonly hasOlder: boolean;
	older(): void;
	again(): void;
};

export function usePast(days: BackTestDays, nowMs: number | null): PastNow {
	const { pages, error, ...rest } = usePages({
		...{ key: ["past alerts", days], everyMs },
		page: (cursor, signal) =>
			askWhole({
				path: pathOf(days, nowMs ?? Date.now(), cursor),
				...{ schema: pastAlertsReply, signal },
			}),
	});
	const [first] = pages;
	return {
		alerts: pages.flatMap(({ alerts }) => alerts),
		whole: first ?? null,
		toMs: first === undefined ? (nowMs ?? 0) : Date.parse(first.at),
		problem: failureOf(error),
		...rest,
	};
}

/** To the minute, so that asking twice is the same question. */
function pathOf(days: BackTestDays, nowMs: number, cursor: string): string {
	const toMs = Math.ceil(nowMs / 60_000) * 60_000;
	const params = new URLSearchParams({
		from: new Date(toMs - days * dayMs).toISOString(),
		to: new Date(toMs).toISOString(),
		limit: String(pageOf),
		...(cursor && { cursor }),
	});
	return `/api/alerts/past?${params}`;
}
