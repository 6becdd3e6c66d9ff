// What is there of a group that no node lists any more? Its topics, and a coordinator that would take it back.
import { Problem } from "#lib/core/problem.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { troubleOfCode } from "../connection/trouble-of.ts";
import type { Found } from "../looks/look-group.ts";
import { findCoordinator } from "../protocol/find-coordinator.ts";
import { type GroupNow, groupNow } from "./group-now.ts";
import type { Place } from "./place.ts";

/** Of nobody's members: whoever makes the group anew meanwhile speaks something else, be it nothing. */
const absentProtocol = "absent";
const noCoordinator = 15;

/** As it is, or as it would be: a group of `type` without anybody in it. */
export async function groupOrAbsent(
	place: Place,
	topics: readonly string[],
	type: string,
): Promise<GroupNow> {
	try {
		return await groupNow(place, topics);
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return groupNow(place, topics, await absent(place, type));
	}
}

async function absent(
	{ links, group, untilMs }: Place,
	type: string,
): Promise<Found> {
	const answers = await links.first(findCoordinator(group), untilMs());
	const own = answers.find((one) => one.group === group);
	if (own && own.code !== 0) throw new TroubleError(troubleOfCode(own.code));
	const link = links.nodes.get(own?.node ?? -1);
	if (!link) throw new TroubleError(troubleOfCode(noCoordinator));
	const listed = { group, type, state: "Empty", protocol: absentProtocol };
	return { listed, link };
}
