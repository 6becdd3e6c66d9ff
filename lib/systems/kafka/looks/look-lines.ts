// How does each partition and each member of one group's reading stand in a look?
import type { MemberLine, MemberMark, PartitionLine } from "#lib/core/look.ts";
import { type Assignments, isSharingOut } from "../groups/assignments.ts";
import {
	type DescribedGroup,
	identityOf,
	type Member,
} from "../protocol/described.ts";
import type { TopicPlace } from "../protocol/metadata.ts";
import { placed } from "../protocol/named-position.ts";
import type { Stand } from "./look-group.ts";

/** In the order of their names, which is the same in every page of a look. */
export function memberLines(
	described: DescribedGroup,
	{ topic, leaders }: TopicPlace,
	assignments: Assignments,
	nowMs: number,
): readonly MemberLine[] {
	const isThere = (partition: number) => partition < leaders.length;
	const line = (member: Member): MemberLine => {
		const now = member.partitionsOf(topic);
		const before =
			now === null ? assignments.before(described, member.id, nowMs) : null;
		const partitions = now ?? before?.partitionsOf(topic) ?? null;
		return {
			...identityOf(member),
			partitions: partitions?.filter(isThere) ?? null,
			...{ holding: null, idleMs: null, oldestHeldMs: null },
			...{ output: null, verdict: null, evidence: null },
			mark: markOf(member, described.state, partitions),
		};
	};
	return described.members.map(line).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What is told early in a rebalance, and then no more, is how it was before. */
const markOf = (
	{ isAway }: Member,
	state: string,
	partitions: readonly number[] | null,
): MemberMark | null => {
	if (isAway) return "away";
	return isSharingOut(state) && partitions !== null ? "rebalancing" : null;
};

/** In a share group several members may read one partition. */
export function ownersOf(
	members: readonly MemberLine[],
): ReadonlyMap<number, string> {
	const owners = new Map<number, string>();
	for (const { name, partitions } of members)
		for (const partition of partitions ?? []) {
			const others = owners.get(partition);
			owners.set(partition, others ? `${others}, ${name}` : name);
		}
	return owners;
}

export type PartitionPlace = Omit<
	PartitionLine,
	"timeLagMs" | "marginMs" | "movedMs"
>;

/** With where the first message that is kept is, or was when ticks first saw that the group stands there. */
type Seen = Stand & { readonly place: number | null };

/** Where the broker counts itself, its figure stands; elsewhere it is what lies between a position and the end. */
export function partitionLine(
	partition: number,
	{ positions, lags, place }: Seen,
	start: number | null,
	end: number | null,
	owner: string | null,
): PartitionPlace {
	const committed = positions.get(partition) ?? Number.NaN;
	const found = placed(committed, place ?? undefined);
	const position = Number.isNaN(found) ? null : found;
	const own = lags?.get(partition);
	const lag = lags
		? own === undefined
			? null
			: Math.max(0, own)
		: lagBetween(position, start, end);
	return { partition, position, start, end, lag, owner };
}

/** A position beyond the end has no lag: the topic was made again, or the position was copied from another. */
function lagBetween(
	position: number | null,
	start: number | null,
	end: number | null,
): number | null {
	if (position === null || end === null || position > end) return null;
	return Math.max(0, end - Math.max(position, start ?? 0));
}
