// What is told of positions that go, and what of it cannot be read where the group begins anew?
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Effect, Warning } from "#lib/core/clean-up/remark.ts";
import { hasPositions } from "../groups/share.ts";
import { countsAfter, countsOf } from "./counts.ts";
import type { GroupNow } from "./group-now.ts";
import type { Place } from "./place.ts";
import { targetsOf } from "./position-plan.ts";
import { type Row, rowOf } from "./rows.ts";

type Going = Pick<Plan, "risk" | "typed"> & {
	readonly rows: readonly Row[];
	readonly effects: readonly Effect[];
	readonly warnings: readonly Warning[];
	readonly after: ReturnType<typeof countsAfter>;
	readonly targets: ReturnType<typeof targetsOf>;
};

/** Of all topics that were looked at. */
export function goingIn(
	{ learned: { rules }, group }: Place,
	now: GroupNow,
): Going {
	const isShared = !hasPositions(now.listed);
	const rows = [...now.topics.values()].flatMap((topic) =>
		[...topic.positions.keys()].map((partition) => {
			const aim = { topic: topic.place.topic, partition, to: null };
			return rowOf({ ...aim, isBrought: false }, topic, isShared);
		}),
	);
	// Who begins at the end never reads what waits; that it is unknown says nothing.
	const loses = countsOf(now, rules).waiting?.n !== 0;
	const partitions = rows.length;
	const values = { channels: now.topics.size, partitions };
	return {
		...{ rows, after: countsAfter(now, rows, rules) },
		...{ risk: loses ? "loses messages" : "none", typed: loses ? group : null },
		effects: partitions === 0 ? [] : [{ code: "forget positions", values }],
		warnings:
			partitions === 0 ? [] : [{ code: "begins anew", values: { partitions } }],
		targets: targetsOf(rows),
	};
}
