// What does it mean for a group to stand elsewhere? Partition by partition, and what of it cannot be read again.
import { type Amount, atMost, exactly, sumOf } from "#lib/core/amount.ts";
import type { CleanUp, Risk } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Effect, Refusal } from "#lib/core/clean-up/remark.ts";
import { hasPositions } from "../groups/share.ts";
import { resetCommand } from "./commands.ts";
import { boundedBy, countsAfter } from "./counts.ts";
import type { GroupNow } from "./group-now.ts";
import { hiddenIn, notIdle } from "./idle.ts";
import type { Place } from "./place.ts";
import { plainPlan } from "./plain-plan.ts";
import {
	type Aim,
	againIn,
	changes,
	type Row,
	rowOf,
	skippedIn,
} from "./rows.ts";
import type { Targets } from "./seen.ts";

type Own = {
	readonly cleanUp: CleanUp;
	readonly action: "reset" | "undo";
	readonly undo: Plan["undo"];
	readonly aims: readonly Aim[];
	/** Numbers between two positions may be no messages. */
	readonly hasMarkers?: boolean;
	/** What is said before all that is said of any. */
	readonly effects?: (rows: readonly Row[]) => readonly Effect[];
	/** Why not even that could be told. */
	readonly refusal: Refusal | null;
	/** Why nothing is left to do, where it is not that all stands there already. */
	readonly nothing?: Refusal;
};

export function positionPlan(place: Place, now: GroupNow, own: Own): Plan {
	const { learned, group } = place;
	const compacted = boundedBy(learned.rules);
	const bounded = (channel: string, it: Amount): Amount =>
		own.hasMarkers && it.n > 0 ? atMost(it.n) : compacted(channel, it);
	const isShared = !hasPositions(now.listed);
	const rows = own.aims
		.flatMap((aim) => {
			const topic = now.topics.get(aim.topic);
			return topic ? [rowOf(aim, topic, isShared)] : [];
		})
		.filter(changes);
	const total = (of: (row: Row) => Amount) =>
		sumOf(rows.map((row) => bounded(row.channel, of(row)))) ?? exactly(0);
	// What still stands where it was put was read up to where it was before, and not from there on.
	const isBack = own.action === "undo";
	const lostIn = (row: Row) => (isBack ? exactly(0) : skippedIn(row));
	const repeatedIn = (row: Row) =>
		isBack && !isShared ? exactly(0) : againIn(row);
	const [again, skipped] = [total(repeatedIn), total(lostIn)];
	const hidden = hiddenIn(now, learned.times.rest(group));
	const risk: Risk =
		skipped.n > 0
			? "loses messages"
			: again.n > 0
				? "repeats messages"
				: "none";
	return plainPlan(place, now, {
		...{ cleanUp: own.cleanUp, risk, undo: own.undo, rows },
		typed: skipped.n > 0 ? group : null,
		effects: [
			...(own.effects?.(rows) ?? []),
			...counted("skip", skipped, rows, lostIn),
			...counted("go back", again, rows, repeatedIn),
			...partitionsOf("begin", rows, ({ from }) => !isBack && from === null),
			...partitionsOf("brought within", rows, (row) => row.isBrought),
		],
		warnings: hidden.warnings,
		shown: ["waiting", "positions"],
		after: countsAfter(now, rows, learned.rules),
		further: { action: own.action, targets: targetsOf(rows) },
		commands: resetCommand(place, now, rows),
		refusal:
			own.refusal ??
			notIdle(now) ??
			(rows.length > 0
				? hidden.refusal
				: (own.nothing ?? { code: "nothing to do", values: {} })),
	});
}

function counted(
	code: "skip" | "go back",
	{ n, bound }: Amount,
	rows: readonly Row[],
	of: (row: Row) => Amount,
): readonly Effect[] {
	if (n === 0) return [];
	const partitions = rows.filter((row) => of(row).n > 0).length;
	return [{ code, values: { messages: n, bound, partitions } }];
}

function partitionsOf(
	code: "begin" | "brought within",
	rows: readonly Row[],
	isOne: (row: Row) => boolean,
): readonly Effect[] {
	const partitions = rows.filter(isOne).length;
	return partitions === 0 ? [] : [{ code, values: { partitions } }];
}

/** Side by side, topic by topic. */
export const targetsOf = (rows: readonly Row[]): Targets[] =>
	[...Map.groupBy(rows, ({ channel }) => channel)].map(([topic, own]) => ({
		topic,
		partitions: own.map(({ partition }) => partition),
		positions: own.map(({ to }) => to),
	}));
