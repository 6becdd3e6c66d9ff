// Do positions stand where they were put? Read on from there, or put back by somebody?
import type { GroupNow } from "./group-now.ts";
import type { Seen } from "./seen.ts";

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

/** Of one partition: where it was, where it was put and where it is; null where there is none. */
export function standingOf(
	before: number | null,
	put: number | null,
	is: number | null,
): Standing {
	if (is === put) return "as put";
	if (is === before) return "as before";
	if (put === null || is === null) return "put back";
	if (before === null || put > before)
		return is > put ? "reads on" : "put back";
	return is > before || is < put ? "put back" : "reads on";
}

export function standingsOf(
	{ topics, further }: Pick<Seen, "topics" | "further">,
	now: Pick<GroupNow, "topics">,
): Standings {
	const counted = { "as put": 0, "reads on": 0, "as before": 0, "put back": 0 };
	for (const { topic, partitions, positions } of further.targets) {
		const was = topics.find((one) => one.topic === topic);
		const before = new Map(
			was?.partitions.map((partition, i) => [partition, was.positions[i]]),
		);
		const is = now.topics.get(topic)?.positions;
		partitions.forEach((partition, i) => {
			const standing = standingOf(
				before.get(partition) ?? null,
				positions[i] ?? null,
				is?.get(partition)?.position ?? null,
			);
			counted[standing]++;
		});
	}
	return counted;
}
