// Who is asked for the members that are due to be told?

import type { Links } from "../connection/links.ts";
import { describeBy } from "../protocol/describe.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";
import type { Assignments } from "./assignments.ts";
import { withoutPositions } from "./bystanders.ts";
import type { Roster } from "./roster.ts";
import { inBatches, namesOf, type Share } from "./share.ts";

type Asking = {
	readonly links: Links;
	readonly roster: Roster;
	readonly assignments: Assignments;
	readonly isRead: (listed: ListedGroup) => boolean;
	readonly untilMs: number;
};

/** Who is registered is told best; a node that cannot say it now is asked again with the next tick. */
export async function readMembers(
	shares: readonly Share[],
	{ links, roster, assignments, isRead, untilMs }: Asking,
): Promise<void> {
	const nowMs = performance.now();
	roster.name(withoutPositions(shares));
	const asked = shares.flatMap(({ node, groups }) => {
		const due = roster.due(groups.filter(isRead), nowMs);
		return [...Map.groupBy(due, ({ type }) => type)].flatMap(([type, listed]) =>
			inBatches(listed, () => 1).map(async (batch) => {
				const request = describeBy.get(type)?.(namesOf(batch));
				const link = links.nodes.get(node);
				if (!request || !link) return;
				const described = await link.ask(request, untilMs);
				roster.take(batch, described, nowMs);
				for (const one of described) assignments.remember(one, nowMs);
			}),
		);
	});
	await Promise.allSettled(asked);
}
