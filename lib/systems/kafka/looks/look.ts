// What does one group's reading of one topic look like, partition by partition and member by member?
import type { Look, MemberLine } from "#lib/core/look.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import { trouble } from "#lib/core/trouble.ts";
import type { LookPage } from "#lib/systems/system.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import type { Links } from "../connection/links.ts";
import { troubleOfCode } from "../connection/trouble-of.ts";
import type { Assignments } from "../groups/assignments.ts";
import type { Places } from "../positions/places.ts";
import type { Rules } from "../positions/rules.ts";
import type { DescribedGroup } from "../protocol/described.ts";
import { metadata, type TopicPlace } from "../protocol/metadata.ts";
import type { Times } from "../times/times.ts";
import { endsOf } from "./look-ends.ts";
import {
	coordinatorOf,
	describedOf,
	type Found,
	standOf,
} from "./look-group.ts";
import { memberLines, ownersOf, partitionLine } from "./look-lines.ts";
import { inOrder } from "./look-order.ts";
import { settingsOf } from "./look-settings.ts";

/** What the ticks before have learned. */
export type Learned = {
	readonly assignments: Assignments;
	readonly times: Times;
	readonly rules: Rules;
	readonly places: Places;
};

export async function look(
	links: Links,
	{ assignments, times, rules, places }: Learned,
	subscription: Subscription,
	{ part, sort, offset, limit }: LookPage,
	untilMs: number,
): Promise<Look> {
	if (part !== "members" && part !== "partitions")
		throw new Problem("invalid", "part unknown", { part });
	const { channel, group } = subscription;
	if (group === null) throw new Problem("not found", "subscription gone");
	const place = await topicPlace(links, channel, untilMs);
	const found = await coordinatorOf(links, group, untilMs);
	const [stand, described] = await Promise.all([
		standOf(found, channel, untilMs),
		describedOf(found, untilMs),
	]);
	const members = membersIn(described, place, assignments);
	const base = {
		...{ atMs: Date.now(), part, offset, partitions: [], members: [] },
		settings: settingsOf(channel, found.listed, described, rules),
		pending: null,
		survey: null,
	};
	if (part === "members") {
		refuseSilence(described, found);
		const shown = members.slice(offset, offset + limit);
		return { ...base, total: members.length, members: shown };
	}
	const total = place.leaders.length;
	const all = [...place.leaders.keys()];
	const page = <Entry>(entries: readonly Entry[]) =>
		entries.slice(offset, offset + limit);
	// By number only the page is asked for; any other order has to know them all.
	const asked = sort === "partition" ? page(all) : all;
	const { starts, ends } = await endsOf(links, place, asked, untilMs);
	const owners = ownersOf(members);
	const lines = asked.map((partition) => {
		const start = starts.get(partition) ?? null;
		const line = partitionLine(
			partition,
			{ ...stand, place: places.of(group, place.id, partition) ?? start },
			start,
			ends.get(partition) ?? null,
			owners.get(partition) ?? null,
		);
		return { ...line, ...times.ofPartition(group, channel, line, base.atMs) };
	});
	const partitions = sort === "partition" ? lines : page(inOrder(lines, sort));
	return { ...base, total, partitions };
}

async function topicPlace(
	links: Links,
	topic: string,
	untilMs: number,
): Promise<TopicPlace> {
	const { nodes, topics } = await links.first(metadata([topic]), untilMs);
	links.settle(nodes);
	const place = topics.find((one) => one.topic === topic);
	if (!place || place.code === 3 || place.code === 17)
		throw new Problem("not found", "subscription gone");
	if (place.code === 29) throw new TroubleError(troubleOfCode(place.code));
	return place;
}

function membersIn(
	described: DescribedGroup | null,
	place: TopicPlace,
	assignments: Assignments,
): readonly MemberLine[] {
	if (!described) return [];
	const nowMs = performance.now();
	assignments.remember(described, nowMs);
	return memberLines(described, place, assignments, nowMs);
}

/** A group that becomes of another kind is dead to the question for the kind it was. */
function refuseSilence(described: DescribedGroup | null, found: Found): void {
	if (described?.code === 0 && described.state !== "Dead") return;
	if (described?.code === 0)
		throw new TroubleError(trouble("not ready", described.state));
	throw new TroubleError(
		described
			? troubleOfCode(described.code)
			: trouble("not understood", `members of a ${found.listed.type} group`),
	);
}
