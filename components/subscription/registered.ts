// How many members does the broker list? All lines, less those that wait without being listed.
import type { LookReply } from "#lib/wire/errand.ts";

/** These come last, so that a page before shows none of them. */
export function registeredIn({
	total,
	members,
}: Pick<LookReply, "total" | "members">): number {
	const isListed = (line: LookReply["members"][number]) =>
		line.evidence?.code !== "waits unserved";
	return total - members.length + members.filter(isListed).length;
}
