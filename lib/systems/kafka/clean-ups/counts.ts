// What is counted of a group before and after, and how is a change of it shown?
import { type Amount, atMost, exactly, sumOf } from "#lib/core/amount.ts";
import type { Figure, Plan } from "#lib/core/clean-up/plan.ts";
import type { FigureCode } from "#lib/core/clean-up/remark.ts";
import { hasPositions } from "../groups/share.ts";
import type { Rules } from "../positions/rules.ts";
import type { GroupNow } from "./group-now.ts";
import { type Row, rowOf, waitingAfter, waitingIn } from "./rows.ts";

export type Counts = Readonly<Partial<Record<FigureCode, Amount | null>>>;

/** Of the topics that were looked at. */
export function countsOf(now: GroupNow, rules: Rules): Counts {
	const rows = rowsOf(now);
	return {
		members: exactly(now.described?.members.length ?? 0),
		waiting: inAll(rows, waitingIn, rules),
		positions: exactly(rows.length),
	};
}

/** Once these stand where they are put. */
export function countsAfter(
	now: GroupNow,
	moved: readonly Row[],
	rules: Rules,
): Counts {
	const keyOf = ({ channel, partition }: Row) => `${partition} ${channel}`;
	const keys = new Set(moved.map(keyOf));
	const others = rowsOf(now).filter((row) => !keys.has(keyOf(row)));
	const rows = [...others, ...moved];
	return {
		...countsOf(now, rules),
		waiting: inAll(rows, waitingAfter, rules),
		positions: exactly(rows.filter(({ after }) => after !== null).length),
	};
}

/** As they stand. */
function rowsOf(now: GroupNow): readonly Row[] {
	const isShared = !hasPositions(now.listed);
	return [...now.topics.values()].flatMap((topic) =>
		[...topic.positions.values()].map(({ partition, position }) => {
			const aim = { topic: topic.place.topic, partition, to: position };
			return rowOf({ ...aim, isBrought: false }, topic, isShared);
		}),
	);
}

/** Where only the last of each key is kept there may be fewer messages than numbers. */
export const boundedBy =
	(rules: Rules) =>
	(channel: string, it: Amount): Amount =>
		rules.of(channel)?.compacted === false || it.n === 0 ? it : atMost(it.n);

function inAll(
	rows: readonly Row[],
	waiting: (row: Row) => number | null,
	rules: Rules,
): Amount | null {
	const bounded = boundedBy(rules);
	const parts = rows.map((row) => {
		const n = waiting(row);
		return n === null ? null : bounded(row.channel, exactly(n));
	});
	return parts.length === 0 ? exactly(0) : sumOf(parts);
}

const order = ["members", "waiting", "positions"] as const;
export type ShownFigure = (typeof order)[number];

export const figuresOf = (
	before: Counts,
	after: Counts,
	shown: readonly ShownFigure[],
): readonly Figure[] =>
	order
		.filter((code) => shown.includes(code))
		.map((code) => ({
			code,
			before: before[code] ?? null,
			after: after[code] ?? null,
		}));

/** What the plan counted, beside what is there now. */
export const figuresSince = (plan: Plan, now: Counts): readonly Figure[] =>
	plan.figures.map(({ code, before }) => ({
		code,
		before,
		after: now[code] ?? null,
	}));
