// When would this rule have fired? One question at a time, in small steps; what was read is kept a minute for the next number, as far as it is small.
import { setImmediate as others } from "node:timers/promises";
import type { BackTestDays } from "#lib/core/alert/asked/errand.ts";
import type { BackTest, WouldFire } from "#lib/core/alert/past/back-test.ts";
import { holdingOf, pastKeyOf } from "#lib/core/alert/past/column.ts";
import { neighboursOf } from "#lib/core/alert/past/neighbours.ts";
import { firingsIn, worstOf } from "#lib/core/alert/past/would-fire.ts";
import { measures, type Rule } from "#lib/core/alert/rule.ts";
import type { Scope } from "#lib/core/people/scope.ts";
import {
	type PastLine,
	type PastRead,
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

/** A week of a hundred groups. More is read again for the next number, which takes as long as the first. */
const keptBytesMax = 16_000_000;

type Kept = {
	readonly key: string;
	readonly lines: readonly PastLine[];
	readonly read: PastRead;
};

export function backTestsOf(
	store: PastStore,
	now: () => number = Date.now,
	keptBytes = keptBytesMax,
): BackTests & { stop(): void } {
	let before: Promise<unknown> = Promise.resolve();
	let kept: Kept | null = null;
	let letGo: NodeJS.Timeout | null = null;

	function forget(): void {
		if (letGo) clearTimeout(letGo);
		kept = null;
	}

	async function testOf(
		rule: Rule,
		days: BackTestDays,
		sight: Sight,
	): Promise<BackTest> {
		const key = JSON.stringify([keyOf(rule, days), sight.scope]);
		if (kept?.key === key) {
			const tally = tallyOf(rule, kept.read.toMs);
			for (const line of kept.lines) {
				tally.add(line);
				await others();
			}
			return tally.told(kept.read);
		}
		forget();
		const nowMs = now();
		const tally = tallyOf(rule, nowMs);
		let lines: PastLine[] = [];
		let bytes = 0;
		const read = await readPast(sight.store, rule, days, nowMs, (line) => {
			tally.add(line);
			bytes += bytesOf(line);
			if (bytes <= keptBytes) lines.push(line);
			else lines = [];
		});
		if (bytes <= keptBytes) {
			kept = { key, lines, read };
			letGo = setTimeout(forget, keptMs).unref();
		}
		return tally.told(read);
	}

	const whole: Sight = { store, scope: null };
	const backTest = (
		rule: Rule,
		days: BackTestDays,
		sight = whole,
	): Promise<BackTest> => {
		const answer = before.then(() => testOf(rule, days, sight));
		before = answer.catch(() => undefined);
		return answer;
	};
	return Object.assign(backTest, { stop: forget });
}

/** What does not change what is read: the number, the times, the name. */
const keyOf = ({ when, among }: Rule, days: BackTestDays): string =>
	JSON.stringify([days, among, pastKeyOf(when) ?? when.is]);

type Fired = WouldFire & { readonly ofMs: number };

/** Lines of the same step share their times. */
const bytesOf = ({ column: { worst, mostly } }: PastLine): number =>
	worst.byteLength + (mostly === worst ? 0 : mostly.byteLength);

type Most = { readonly line: PastLine; readonly rank: number };

/** What one line after the other comes to. */
function tallyOf(
	rule: Rule,
	toMs: number,
): {
	add(line: PastLine): void;
	told(read: PastRead): BackTest;
} {
	const neighbours = neighboursOf(rule).map((it) => ({ ...it, times: 0 }));
	const firings: Fired[] = [];
	let looked = 0;
	let most: Most | null = null;
	return {
		add(line) {
			looked++;
			const its = firingsOf(line, rule, toMs);
			firings.push(...its);
			const rank = rankOf(line, rule, its);
			if (rank !== null && (most === null || rank > most.rank))
				most = { line, rank };
			for (const other of neighbours)
				other.times += timesOf(line, { ...rule, ...other });
		},
		told: (read) => ({
			...read,
			looked,
			times: firings.length,
			firingMs: firings.reduce((sum, { ofMs }) => sum + ofMs, 0),
			firings: firings
				.toSorted((a, b) => b.firedMs - a.firedMs)
				.slice(0, firingsMax)
				.map(({ ofMs: _, ...it }) => it),
			line: most && drawn(most.line, rule),
			others: neighbours.map(({ when, forMs, times }) => ({
				...{ n: when.is === "measure" ? when.n : null, forMs, times },
			})),
		}),
	};
}

const drawn = (line: PastLine, rule: Rule): BackTest["line"] => ({
	target: line.target,
	...pointsOf(line.column, sideOf(rule)),
});

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
