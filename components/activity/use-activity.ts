"use client";
// What was done, as far as somebody has looked back? The newest page is asked for again while the screen is live.
import { usePages } from "#components/ui/use-pages.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import {
	type ActivityReply,
	activityReply,
	type DoneReply,
} from "#lib/wire/activity.ts";
import { askWhole, failureOf } from "#lib/wire/ask.ts";
import { pathOf, type Wanted } from "./address.ts";

const everyMs = 5_000;

export type ActivityNow = {
	readonly errands: readonly DoneReply[];
	/** The server's clock when it answered; null until it did. */
	readonly atMs: number | null;
	readonly problem: ProblemDetail | null;
	readonly isAsking: boolean;
	readonly hasOlder: boolean;
	older(): void;
	again(): void;
};

export function useActivity(wanted: Wanted): ActivityNow {
	const { pages, error, ...rest } = usePages({
		...{ key: ["activity", wanted], everyMs },
		page: (cursor, signal) => page(wanted, cursor, signal),
	});
	const once = new Map(
		pages.flatMap(({ errands }) => errands.map((it) => [it.id, it] as const)),
	);
	const [first] = pages;
	return {
		errands: [...once.values()],
		atMs: first === undefined ? null : Date.parse(first.at),
		problem: failureOf(error),
		...rest,
	};
}

const page = (
	wanted: Wanted,
	cursor: string,
	signal: AbortSignal,
): Promise<ActivityReply> =>
	askWhole({
		path: pathOf(wanted, Date.now(), cursor === "" ? {} : { cursor }),
		...{ schema: activityReply, signal },
	});
