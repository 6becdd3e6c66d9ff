// What does history tell of everybody a rule is about? One after the other, at the finest step the days still have.
import { setImmediate as others } from "node:timers/promises";
import type { AlertTarget } from "#lib/core/alert/alert.ts";
import type { BackTestDays } from "#lib/core/alert/asked/errand.ts";
import {
	columnOf,
	gaugesFor,
	type PastColumn,
	pastKeyOf,
} from "#lib/core/alert/past/column.ts";
import type { Rule } from "#lib/core/alert/rule.ts";
import { mutingOf } from "#lib/core/alert/telling/muted.ts";
import type { Filter } from "#lib/core/filter/filter.ts";
import type { Store } from "#lib/store/store.ts";
import { namedFilter, type PastAmong, pastAmong } from "./subscriptions.ts";

export type PastStore = {
	readonly board: Pick<Store["board"], "brokers" | "rowsAfter">;
	readonly history: Pick<Store["history"], "range" | "goneSince" | "beats">;
};

export type PastLine = {
	readonly target: AlertTarget;
	readonly column: PastColumn;
};

export type PastRead = {
	readonly fromMs: number;
	readonly toMs: number;
	readonly matched: number;
	readonly knownFromMs: number | null;
	readonly leftOut: readonly string[];
};

export const lookedMax = 500;
const dayMs = 24 * 3_600_000;
/** Every reading of a day, every minute of a week, and more than one in ten minutes of a month. */
const pointsOf: Readonly<Record<BackTestDays, number>> = {
	...{ 1: 17_280, 7: 10_080, 30: 4_320 },
};

/** A line is handed on as soon as it is read: hundreds of them at once are a hundred megabytes. */
export async function readPast(
	store: PastStore,
	rule: Pick<Rule, "when" | "among">,
	days: BackTestDays,
	nowMs: number,
	each: (line: PastLine) => void,
): Promise<PastRead> {
	const { named, leftOut } = namedFilter(rule.among);
	const fromMs = nowMs - days * dayMs;
	const span = { fromMs, toMs: nowMs };
	const asked = { sinceMs: fromMs, most: lookedMax };
	const among = await pastAmong(store, named, asked);
	const read = { ...span, leftOut };
	switch (rule.when.is) {
		case "vanished":
			return { ...read, ...vanished(among, span, each) };
		case "broker silent":
			return { ...read, ...(await silences(store, named, among, span, each)) };
		default:
			return {
				...read,
				...(await columns(store, rule, among, { ...span, days }, each)),
			};
	}
}

type Span = Pick<PastRead, "fromMs" | "toMs">;
type Told = Pick<PastRead, "matched" | "knownFromMs">;
type Each = (line: PastLine) => void;

async function columns(
	{ history }: PastStore,
	{ when }: Pick<Rule, "when">,
	{ subscriptions, matched }: PastAmong,
	{ days, ...span }: Span & { readonly days: BackTestDays },
	each: Each,
): Promise<Told> {
	const key = pastKeyOf(when);
	let before: PastColumn | undefined;
	let knownFromMs: number | null = null;
	for (const { goneMs: _, ...target } of subscriptions) {
		if (key === null) break;
		const asked = { ...span, points: pointsOf[days], only: gaugesFor(key) };
		const past = await history.range(target.id, asked);
		await others();
		if (past === null) continue;
		const column = sharing(before, columnOf(past.range, key));
		const first = column.mostly.findIndex((n) => !Number.isNaN(n));
		const atMs = column.atMs[first];
		if (atMs !== undefined)
			knownFromMs = Math.min(
				knownFromMs ?? Infinity,
				Math.max(atMs, span.fromMs),
			);
		each({ target, column });
		before = column;
	}
	return { matched, knownFromMs };
}

/** Hundreds of lines have the same times mostly, of which one is enough. */
function sharing(
	before: PastColumn | undefined,
	column: PastColumn,
): PastColumn {
	const { atMs } = column;
	const isSame =
		before?.atMs.length === atMs.length &&
		atMs.every((ms, i) => ms === before.atMs[i]);
	return isSame ? { ...column, atMs: before.atMs } : column;
}

/** What went and did not come back: of what did, history forgets that it was away. */
function vanished(
	{ subscriptions, matched }: PastAmong,
	{ fromMs, toMs }: Span,
	each: Each,
): Told {
	for (const { goneMs, ...target } of subscriptions) {
		if (goneMs === null) continue;
		const [atMs, values] = [Float64Array.of(goneMs), Float64Array.of(1)];
		const stepMs = toMs - goneMs;
		const column = { atMs, stepMs, worst: values, mostly: values };
		each({ target, column });
	}
	return { matched, knownFromMs: fromMs };
}

async function silences(
	{ history }: PastStore,
	named: Filter,
	{ brokers }: PastAmong,
	{ fromMs, toMs }: Span,
	each: Each,
): Promise<Told> {
	const fits = mutingOf(named);
	const targets = brokers
		.map(({ name, system }) => ({
			is: "broker" as const,
			broker: name,
			system,
		}))
		.filter((target) => fits(target, null));
	let knownFromMs: number | null = null;
	for (const target of targets) {
		const { atMs, heard } = await history.beats(target.broker, fromMs, toMs);
		const silent = heard.map((it) => 1 - it);
		const column = { atMs, stepMs: null, worst: silent, mostly: silent };
		if (atMs[0] !== undefined)
			knownFromMs = Math.min(knownFromMs ?? Infinity, atMs[0]);
		each({ target, column });
		await others();
	}
	return { matched: targets.length, knownFromMs };
}
