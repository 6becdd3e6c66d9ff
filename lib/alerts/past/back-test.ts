// When would this rule have fired? One question at a time, in small steps; what was read is kept a minute for the next number.
import { setImmediate as others } from "node:timers/promises";
import type { BackTestDays } from "#lib/core/alert/asked/errand.ts";
import type { BackTest, WouldFire } from "#lib/core/alert/past/back-test.ts";
import { holdingOf, pastKeyOf } from "#lib/core/alert/past/column.ts";
import { neighboursOf } from "#lib/core/alert/past/neighbours.ts";
import { firingsIn, worstOf } from "#lib/core/alert/past/would-fire.ts";
import { measures, type Rule } from "#lib/core/alert/rule.ts";
import type { Scope } from "#lib/core/scope.ts";
import {
	type PastLine,
	type PastLines,
	type PastStore,
	readPast,
} from "./columns.ts";
import { pointsOf } from "./points.ts";

/** Over what somebody may see; everything where nobody is named. */
export type Sight = { readonly store: PastStore; readonly scope: Scope };

export type BackTests = (
	rule: Rule,
	days: BackTestDays,
	sight?: Sight,
) => Promise<BackTest>;

const keptMs = 60_000;
/** So many are told one by one. */
const firingsMax = 200;

type Kept = { readonly key: string; readonly past: Promise<PastLines> };

export function backTestsOf(
	store: PastStore,
	now: () => number = Date.now,
): BackTests & { stop(): void } {
	let before: Promise<unknown> = Promise.resolve();
	let kept: Kept | null = null;
	let letGo: NodeJS.Timeout | null = null;

	function forget(): void {
		if (letGo) clearTimeout(letGo);
		kept = null;
	}

	async function past(
		rule: Rule,
		days: BackTestDays,
		sight: Sight,
	): Promise<PastLines> {
		const key = JSON.stringify([keyOf(rule, days), sight.scope]);
		if (kept?.key === key) return kept.past;
		forget();
		kept = { key, past: readPast(sight.store, rule, days, now()) };
		letGo = setTimeout(forget, keptMs).unref();
		kept.past.catch(forget);
		return kept.past;
	}

	const whole: Sight = { store, scope: null };
	const backTest = (
		rule: Rule,
		days: BackTestDays,
		sight = whole,
	): Promise<BackTest> => {
		const answer = before.then(async () =>
			testOf(await past(rule, days, sight), rule),
		);
		before = answer.catch(() => undefined);
		return answer;
	};
	return Object.assign(backTest, { stop: forget });
}

/** What does not change what is read: the number, the times, the name. */
const keyOf = ({ when, among }: Rule, days: BackTestDays): string =>
	JSON.stringify([days, among, pastKeyOf(when) ?? when.is]);

type Fired = WouldFire & { readonly ofMs: number };

async function testOf(past: PastLines, rule: Rule): Promise<BackTest> {
	const { lines, fromMs, toMs, matched, knownFromMs, leftOut } = past;
	const neighbours = neighboursOf(rule).map((it) => ({ ...it, times: 0 }));
	const firings: Fired[] = [];
	let most: { readonly line: PastLine; readonly rank: number } | null = null;
	for (const line of lines) {
		const its = firingsOf(line, rule, toMs);
		firings.push(...its);
		const rank = rankOf(line, rule, its);
		if (rank !== null && (most === null || rank > most.rank))
			most = { line, rank };
		for (const other of neighbours)
			other.times += timesOf(line, { ...rule, ...other });
		await others();
	}
	const told = firings.toSorted((a, b) => b.firedMs - a.firedMs);
	return {
		...{ fromMs, toMs, matched, knownFromMs, leftOut, looked: lines.length },
		times: firings.length,
		firingMs: firings.reduce((sum, { ofMs }) => sum + ofMs, 0),
		firings: told.slice(0, firingsMax).map(({ ofMs: _, ...it }) => it),
		line: most && {
			target: most.line.target,
			...pointsOf(most.line.column, sideOf(rule)),
		},
		others: neighbours.map(({ when, forMs, times }) => ({
			...{ n: when.is === "measure" ? when.n : null, forMs, times },
		})),
	};
}

const timesOf = ({ column }: PastLine, rule: Rule): number =>
	firingsIn(column, holdingOf(column, rule.when, rule.forMs), rule).length;

const sideOf = ({ when }: Pick<Rule, "when">): "over" | "under" =>
	when.is === "measure" ? measures[when.of].side : "over";

function firingsOf(
	{ target, column }: PastLine,
	rule: Rule,
	toMs: number,
): readonly Fired[] {
	const holding = holdingOf(column, rule.when, rule.forMs);
	return firingsIn(column, holding, rule).map((it) => ({
		...{ target, firedMs: it.firedMs, resolvedMs: it.resolvedMs },
		worst:
			rule.when.is === "measure" ? worstOf(column, it, sideOf(rule)) : null,
		ofMs: Math.max(0, (it.resolvedMs ?? toMs) - it.firedMs),
	}));
}

/** The one that fires most is drawn; where none does, the one that comes nearest to it. Null where nothing is measured. */
function rankOf(
	{ column }: PastLine,
	rule: Rule,
	firings: readonly Fired[],
): number | null {
	if (rule.when.is !== "measure") return null;
	const side = sideOf(rule);
	const whole = { from: 0, to: column.worst.length - 1 };
	const worst = worstOf(column, whole, side);
	if (worst === null) return null;
	const near = side === "over" ? worst / (1 + worst) : 1 / (1 + worst);
	return firings.reduce((sum, { ofMs }) => sum + ofMs, firings.length) + near;
}
