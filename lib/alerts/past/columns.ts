// What does history tell of everybody a rule is about? Read once at the finest step the days still have, and kept a while for whoever changes a number.
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
import type { Filter } from "#lib/core/filter.ts";
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

export type PastLines = {
	readonly fromMs: number;
	readonly toMs: number;
	readonly matched: number;
	readonly knownFromMs: number | null;
	readonly lines: readonly PastLine[];
	readonly leftOut: readonly string[];
};

export const lookedMax = 500;
const dayMs = 24 * 3_600_000;
/** Every reading of a day, every minute of a week, and more than one in ten minutes of a month. */
const pointsOf: Readonly<Record<BackTestDays, number>> = {
	...{ 1: 17_280, 7: 10_080, 30: 4_320 },
};

export async function readPast(
	store: PastStore,
	rule: Pick<Rule, "when" | "among">,
	days: BackTestDays,
	nowMs: number,
): Promise<PastLines> {
	const { named, leftOut } = namedFilter(rule.among);
	const fromMs = nowMs - days * dayMs;
	const span = { fromMs, toMs: nowMs };
	const asked = { sinceMs: fromMs, most: lookedMax };
	const among = await pastAmong(store, named, asked);
	const read = { ...span, leftOut };
	switch (rule.when.is) {
		case "vanished":
			return { ...read, ...vanished(among, span) };
		case "broker silent":
			return { ...read, ...(await silences(store, named, among, span)) };
		default:
			return { ...read, ...(await columns(store, rule, among, span, days)) };
	}
}

type Span = Pick<PastLines, "fromMs" | "toMs">;
type Told = Pick<PastLines, "matched" | "knownFromMs" | "lines">;

async function columns(
	{ history }: PastStore,
	{ when }: Pick<Rule, "when">,
	{ subscriptions, matched }: PastAmong,
	span: Span,
	days: BackTestDays,
): Promise<Told> {
	const key = pastKeyOf(when);
	const lines: PastLine[] = [];
	let knownFromMs: number | null = null;
	for (const { goneMs: _, ...target } of subscriptions) {
		if (key === null) break;
		const asked = { ...span, points: pointsOf[days], only: gaugesFor(key) };
		const past = await history.range(target.id, asked);
		await others();
		if (past === null) continue;
		const column = sharing(lines.at(-1)?.column, columnOf(past.range, key));
		const first = column.mostly.findIndex((n) => !Number.isNaN(n));
		const atMs = column.atMs[first];
		if (atMs !== undefined)
			knownFromMs = Math.min(
				knownFromMs ?? Infinity,
				Math.max(atMs, span.fromMs),
			);
		lines.push({ target, column });
	}
	return { matched, knownFromMs, lines };
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
): Told {
	const lines = subscriptions.flatMap(({ goneMs, ...target }) => {
		if (goneMs === null) return [];
		const [atMs, values] = [Float64Array.of(goneMs), Float64Array.of(1)];
		const stepMs = toMs - goneMs;
		const column = { atMs, stepMs, worst: values, mostly: values };
		return [{ target, column }];
	});
	return { matched, knownFromMs: fromMs, lines };
}

async function silences(
	{ history }: PastStore,
	named: Filter,
	{ brokers }: PastAmong,
	{ fromMs, toMs }: Span,
): Promise<Told> {
	const fits = mutingOf(named);
	const targets = brokers
		.map(({ name, system }) => ({
			is: "broker" as const,
			broker: name,
			system,
		}))
		.filter((target) => fits(target, null));
	const lines: PastLine[] = [];
	let knownFromMs: number | null = null;
	for (const target of targets) {
		const { atMs, heard } = await history.beats(target.broker, fromMs, toMs);
		const silent = heard.map((it) => 1 - it);
		const column = { atMs, stepMs: null, worst: silent, mostly: silent };
		if (atMs[0] !== undefined)
			knownFromMs = Math.min(knownFromMs ?? Infinity, atMs[0]);
		lines.push({ target, column });
		await others();
	}
	return { matched: targets.length, knownFromMs, lines };
}
