// Do positions stand where they were put? Read on from there, or put back by somebody?
import { isAtEnd } from "../protocol/named-position.ts";
import type { GroupNow } from "./group-now.ts";
import { nowhere, type Seen, type Stand, stoodIn } from "./seen.ts";

export const standings = [
	"as put",
	/** Beyond where it was put, and not yet where it was before. */
	"reads on",
	/** Exactly where it was before. */
	"as before",
	/** Somebody went on from where it was before. */
	"put back",
] as const;
export type Standing = (typeof standings)[number];

export type Standings = Readonly<Record<Standing, number>>;

/** Of one partition: where it was, what was committed there, null for nothing, and where it is. */
export function standingOf(
	before: Stand,
	put: number | null,
	is: Stand,
): Standing {
	if (is.committed === put) return "as put";
	if (is.committed === before.committed) return "as before";
	const [was, stands] = [before.position, is.position];
	if (put === null || stands === null) return "put back";
	// Nobody knows where the end was when somebody began there.
	if (isAtEnd(put)) return "reads on";
	if (was === null || put > was) return stands > put ? "reads on" : "put back";
	return stands > was || stands < put ? "put back" : "reads on";
}

export function standingsOf(
	{ topics, further }: Pick<Seen, "topics" | "further">,
	now: Pick<GroupNow, "topics">,
): Standings {
	const counted = { "as put": 0, "reads on": 0, "as before": 0, "put back": 0 };
	for (const { topic, partitions, positions } of further.targets) {
		const was = topics.find((one) => one.topic === topic);
		const before = was && stoodIn(was);
		const is = now.topics.get(topic)?.positions;
		partitions.forEach((partition, i) => {
			const standing = standingOf(
				before?.get(partition) ?? nowhere,
				positions[i] ?? null,
				is?.get(partition) ?? nowhere,
			);
			counted[standing]++;
		});
	}
	return counted;
}
