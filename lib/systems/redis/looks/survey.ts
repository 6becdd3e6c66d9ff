// How old is what a group holds, how often was it delivered, and who holds it? From a sample at once; each of it when somebody wants to wait.
import type { PendingWish } from "#lib/core/pending.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import {
	type Extent,
	type Holder,
	nothing,
	type Spread,
	type Survey,
	surveyOf,
} from "#lib/core/survey.ts";
import type { Beginning, Counts } from "./counts.ts";
import type { Held } from "./held.ts";
import { heldIn } from "./replies.ts";
import { sampleOf } from "./sample.ts";

/** A screen shows a few of them; thousands may hold something. */
const holdersMax = 50;

type Holders = { readonly holders: readonly Holder[] };
export type SurveyCounts = Counts<Holders>;
type Began = Beginning<Holders>;

export type SurveyNow = { readonly survey: Survey; readonly atMs: number };

export async function surveyNow(
	held: Held,
	{ channel, group }: Subscription,
	{ member, whole }: PendingWish,
	counts: SurveyCounts,
): Promise<SurveyNow> {
	if (!whole) return shown(await begin(held, member), null);
	const name = JSON.stringify([channel, group, member]);
	const count = await counts.of(name, () => begin(held, member));
	const { began, counted, spread, endedMs } = count;
	if (endedMs === null) return shown(began, counted);
	const extent: Extent = {
		...{ total: counted, seen: counted, bound: "exact", counted: null },
	};
	return answer(spread, extent, began, endedMs);
}

async function begin(held: Held, member: string | null): Promise<Began> {
	const { summary, nowMs } = await held.summary();
	const holders = summary?.holders ?? [];
	const total = heldIn(summary, member);
	const none = { spread: nothing, total: 0, seen: 0, bound: "exact" } as const;
	const sample =
		summary === null || total === 0
			? none
			: await sampleOf(held, summary, total, nowMs);
	return { held, sample, last: summary?.last ?? "0-0", nowMs, holders };
}

function shown({ sample, holders }: Began, counted: number | null): SurveyNow {
	const { spread, ...extent } = sample;
	const far = sample.bound === "exact" ? null : counted;
	return answer(spread, { ...extent, counted: far }, { holders }, Date.now());
}

const answer = (
	spread: Spread,
	extent: Extent,
	{ holders }: Holders,
	atMs: number,
): SurveyNow => ({
	survey: surveyOf(spread, extent, holders, holdersMax),
	atMs,
});
