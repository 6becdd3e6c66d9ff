// May a group forget a topic? While nobody is in it, or while nobody in it reads that one.
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../system.ts";
import type { Tally } from "../../tally.ts";
import { hasPositions } from "../groups/share.ts";
import { forgetCommand } from "./commands.ts";
import { goingIn } from "./going.ts";
import { type GroupNow, topicIn } from "./group-now.ts";
import { hiddenIn, notIdle } from "./idle.ts";
import type { Place } from "./place.ts";
import { plainPlan } from "./plain-plan.ts";
import type { Put } from "./puts.ts";
import type { Targets } from "./seen.ts";
import { write } from "./write.ts";

/** `all` is of all its topics: with the last of them the group goes too. */
export function planForget(place: Place, all: GroupNow): Plan {
	const { learned, group, subscription } = place;
	const { channel } = subscription;
	const now = { ...all, topics: new Map([[channel, topicIn(all, channel)]]) };
	const { rows, risk, typed, effects, after, targets, ...going } = goingIn(
		place,
		now,
	);
	const members = membersIn(now);
	const hidden = hiddenIn(now, learned.times.rest(group));
	const warnings: Warning[] = [...hidden.warnings, ...going.warnings];
	if (members > 0) warnings.push({ code: "no way back", values: { members } });
	else if (all.topics.size === 1)
		warnings.push({ code: "group goes with it", values: {} });
	return plainPlan(place, now, {
		...{ cleanUp: { action: "forget" }, risk, typed, rows, effects, after },
		...{ undo: members > 0 ? "impossible" : "while empty", warnings },
		shown: ["waiting", "positions"],
		further: { action: "forget", members, targets },
		commands: forgetCommand(place, now),
		refusal: notForgotten(now, members) ?? hidden.refusal,
	});
}

const membersIn = ({ described }: GroupNow): number =>
	described?.members.length ?? 0;

/** Why not; null where the broker takes it. `members` are as many as the plan knew. */
export function notForgotten(now: GroupNow, members: number): Refusal | null {
	const here = membersIn(now);
	if (here === 0) return notIdle(now);
	// What is read by a name like this is not told before all is given out, and the broker would let it go.
	if (now.described?.state !== "Stable")
		return { code: "regroups", values: {} };
	const values = { members: here };
	const parts = [...now.topics.keys()].flatMap((topic) =>
		(now.described?.members ?? []).map((one) => one.partitionsOf(topic)),
	);
	if (!hasPositions(now.listed) || parts.includes(null))
		return { code: "has members", values };
	if (parts.some((own) => own !== null && own.length > 0))
		return { code: "still read", values: {} };
	if (now.unstable > 0)
		return { code: "transaction open", values: { partitions: now.unstable } };
	// Whoever said yes was told that it can be taken back.
	return members === 0 ? { code: "has members", values } : null;
}

export async function putForget(
	place: Place,
	now: GroupNow,
	targets: readonly Targets[],
	course: Course,
	tally: Tally,
): Promise<void> {
	const puts = targets.flatMap(({ topic, partitions }) =>
		partitions.map(
			(partition): Put => ({ topic, partition, position: null, metadata: "" }),
		),
	);
	await write(place, now, puts, course, tally);
}
