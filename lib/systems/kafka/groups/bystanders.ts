// Which groups are listed and have no position that we may see, and what is told of them?
import {
	type Bystander,
	type Bystanders,
	boundedBystanders,
} from "#lib/core/bystander.ts";
import type { Reading } from "#lib/core/reading.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";
import type { Roster } from "./roster.ts";
import type { Share } from "./share.ts";

/** Only those whose positions were told: of what was refused, failed or is left out nobody knows whether it has any. */
export function withoutPositions(
	shares: readonly Share[],
): readonly ListedGroup[] {
	const found = new Map<string, ListedGroup>();
	const placed = new Set<string>();
	for (const { groups, positions, shared } of shares) {
		const told = new Set<string>();
		for (const { group, topics } of positions)
			if (topics.some((topic) => !topic.positions.every(Number.isNaN)))
				placed.add(group);
			else told.add(group);
		for (const { group, topics } of shared)
			if (topics.length > 0) placed.add(group);
			else told.add(group);
		for (const listed of groups)
			if (told.has(listed.group) && listed.state !== "Dead")
				found.set(listed.group, listed);
	}
	// A group that moves is listed by two nodes, of which one may know nothing of it any more.
	for (const group of placed) found.delete(group);
	return [...found.values()];
}

/** A group that is hidden now and was read before keeps its rows, and is none of these. */
export function bystandersOf(
	shares: readonly Share[],
	readings: readonly Reading[],
	roster: Roster,
): Bystanders {
	const beside = withoutPositions(shares);
	if (beside.length === 0) return boundedBystanders([]);
	const rows = new Set(readings.map(({ group }) => group));
	return boundedBystanders(
		beside
			.filter(({ group }) => !rows.has(group))
			.map((listed) => bystanderOf(listed, roster)),
	);
}

function bystanderOf(listed: ListedGroup, roster: Roster): Bystander {
	return {
		name: listed.group,
		kind: listed.protocol || null,
		state: listed.state || null,
		registered: roster.membersOf(listed)?.registered ?? null,
		members: roster.namedIn(listed),
	};
}
