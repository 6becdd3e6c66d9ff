// May this member be taken out of its group? One that keeps its place while its process is gone, by both of its names.
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../system.ts";
import { refuse, type Tally } from "../../tally.ts";
import type { Member } from "../protocol/described.ts";
import { leaveGroup } from "../protocol/leave-group.ts";
import type { Rest } from "../times/moves.ts";
import type { GroupNow } from "./group-now.ts";
import type { Place } from "./place.ts";
import { plainPlan } from "./plain-plan.ts";
import { refusalOfCode } from "./refused.ts";
import { rowOf, waitingIn } from "./rows.ts";
import { type Further, type Seen, seenOf, type Targets } from "./seen.ts";
import { told } from "./told.ts";

/** Some programs say only so often how far they are. */
const stillMs = 5 * 60_000;

/** Who has nothing to do rests as well, and so does who was not watched for long. */
export function stillnessOf(
	rest: Rest | null,
	hasWork: boolean,
	atMs: number,
): "moves" | "not known" | "still" {
	if (rest === null) return "not known";
	if (rest.movedMs !== null && atMs - rest.movedMs < stillMs) return "moves";
	return hasWork && atMs - rest.sinceMs >= stillMs ? "still" : "not known";
}

/** `now` is of all topics of the group. */
export function planEvict(place: Place, now: GroupNow, id: string): Plan {
	const members = now.described?.members ?? [];
	const member = members.find((one) => one.id === id) ?? null;
	const targets = member === null ? [] : shareOf(now, member);
	const instanceId = member?.instanceId ?? "";
	const partitions = targets.reduce(
		(sum, own) => sum + own.partitions.length,
		0,
	);
	const others = members.length - 1;
	const values = { name: id, instance: instanceId, partitions, others };
	const { learned, group } = place;
	const rest = learned.times.restOf(group, targets);
	const stillness = stillnessOf(rest, hasWork(now, targets), now.atMs);
	const warnings: Warning[] = [];
	if (stillness !== "still")
		warnings.push({ code: "members may live", values: { members: 1 } });
	warnings.push({ code: "share goes over", values: { partitions } });
	warnings.push({ code: "may stay out", values: {} });
	const further: Eviction = { action: "evict", id, instanceId, targets };
	return {
		...plainPlan(place, now, {
			...{ cleanUp: { action: "evict", member: id }, undo: "impossible" },
			...{ risk: "moves messages", membersRemoved: 1, warnings, further },
			effects: member === null ? [] : [{ code: "evict", values }],
			...{ shown: ["members"], after: { members: exactly(others) } },
			refusal:
				notEvicted(now, member) ??
				(stillness === "moves"
					? { code: "still at work", values: { name: instanceId } }
					: null),
		}),
		// Its own share is looked at again, and that of the others moves on.
		seen: seenOf({ ...now, topics: new Map() }, further),
	};
}

function notEvicted(now: GroupNow, member: Member | null): Refusal | null {
	if (member === null) return { code: "gone", values: {} };
	const name = member.instanceId ?? member.id;
	if (now.listed.type !== "classic")
		return { code: "goes by itself", values: { name } };
	if (member.instanceId === null)
		return { code: "not fixed", values: { name } };
	return now.described?.state === "Stable"
		? null
		: { code: "regroups", values: {} };
}

/** What it has, of the topics the group stands in. */
const shareOf = ({ topics }: GroupNow, member: Member): Targets[] =>
	[...topics.values()].flatMap(({ place: { topic }, positions }) => {
		const partitions = [...(member.partitionsOf(topic) ?? [])];
		if (partitions.length === 0) return [];
		const at = (one: number) => positions.get(one)?.committed ?? null;
		return [{ topic, partitions, positions: partitions.map(at) }];
	});

const hasWork = ({ topics }: GroupNow, targets: readonly Targets[]): boolean =>
	targets.some(({ topic, partitions }) => {
		const now = topics.get(topic);
		return partitions.some((partition) => {
			if (now === undefined) return false;
			const to = now.positions.get(partition)?.committed ?? null;
			const aim = { topic, partition, to, isBrought: false };
			return (waitingIn(rowOf(aim, now, false)) ?? 0) > 0;
		});
	});

type Eviction = Extract<Further, { action: "evict" }>;

/** Why not any more. */
export function notEvictedNow(
	seen: Seen,
	{ id, instanceId, targets }: Eviction,
	now: GroupNow,
): Refusal | null {
	if (seen.cluster !== now.cluster) return { code: "other server", values: {} };
	const members = now.described?.members ?? [];
	const sameName = members.find((one) => one.instanceId === instanceId);
	const values = { name: instanceId };
	if (sameName !== undefined && sameName.id !== id)
		return { code: "came back", values: { ...values, idleMs: null } };
	const isMoved = targets.some(({ topic, partitions, positions }) =>
		partitions.some((partition, i) => {
			const is = now.topics.get(topic)?.positions.get(partition)?.committed;
			return (is ?? null) !== positions[i];
		}),
	);
	const refusal = notEvicted(now, sameName ?? null);
	if (refusal !== null || !isMoved) return refusal;
	return { code: "still at work", values };
}

const [unknownMember, fenced] = [25, 82];

export async function evict(
	{ group, untilMs }: Place,
	{ link }: GroupNow,
	{ id, instanceId }: Eviction,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "members" });
	if (course.stop.aborted) return refuse(tally, "was stopped");
	const request = leaveGroup(group, { id, instanceId });
	const code = await told(link, request, untilMs());
	const values = { name: instanceId, idleMs: null };
	if (code === 0) tally.members = 1;
	else if (code === fenced) refuse(tally, "came back", values);
	else if (code === unknownMember) refuse(tally, "gone");
	else tally.refusals.push(refusalOfCode(code, 0));
}
