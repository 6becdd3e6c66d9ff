// What is counted of a group, before and after?
import { type Amount, atMost, exactly, sumOf } from "#lib/core/amount.ts";
import type { Counts } from "../../figures.ts";
import { hasPositions } from "../groups/share.ts";
import type { Rules } from "../positions/rules.ts";
import type { GroupNow } from "./group-now.ts";
import { type Row, rowOf, waitingAfter, waitingIn } from "./rows.ts";

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
		[...topic.positions.values()].map(({ partition, committed }) => {
			const aim = { topic: topic.place.topic, partition, to: committed };
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
