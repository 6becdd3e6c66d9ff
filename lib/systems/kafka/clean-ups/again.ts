// Is the world still the one that a plan was drawn from? Each thing that is not says what changed.
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { GroupNow, TopicNow } from "./group-now.ts";
import { notesOf, type Seen, type SeenTopic, stoodIn } from "./seen.ts";

export function changesSince(seen: Seen, now: GroupNow): readonly Refusal[] {
	if (now.cluster !== seen.cluster)
		return [{ code: "other server", values: {} }];
	const { type, protocol } = now.listed;
	const isSameKind = type === seen.type && protocol === seen.protocol;
	const changes = seen.topics.flatMap((was): Refusal[] => {
		const is = now.topics.get(was.topic);
		const values = { channel: was.topic };
		if (is === undefined) return [{ code: "gone", values: {} }];
		if (is.place.id !== was.id) return [{ code: "made again", values }];
		const partitions = movedIn(was, is);
		if (partitions === 0) return [];
		return [{ code: "positions moved", values: { partitions } }];
	});
	const known = new Set(seen.topics.map(({ topic }) => topic));
	for (const { place, positions } of now.topics.values())
		if (!known.has(place.topic) && positions.size > 0) {
			const values = { partitions: positions.size };
			changes.push({ code: "positions moved", values });
		}
	if (changes.length > 0 || isSameKind) return summed(changes);
	// Somebody was there meanwhile, and did nothing that is seen.
	return [{ code: "changed since", values: {} }];
}

function movedIn(was: SeenTopic, is: TopicNow): number {
	const before = stoodIn(was);
	const all = new Set([...before.keys(), ...is.positions.keys()]);
	const moved = [...all].filter(
		(one) => before.get(one)?.committed !== is.positions.get(one)?.committed,
	).length;
	if (moved > 0) return moved;
	return notesOf(is) === was.notes ? 0 : all.size;
}

/** Of several topics one sentence for what is counted, and one for each that was made again. */
function summed(changes: readonly Refusal[]): readonly Refusal[] {
	const moved = changes.filter(({ code }) => code === "positions moved");
	const others = changes.filter(({ code }) => code === "made again");
	const partitions = moved.reduce(
		(sum, { values }) => sum + Number(values.partitions),
		0,
	);
	const all: Refusal[] = [...others];
	if (changes.some(({ code }) => code === "gone"))
		all.push({ code: "gone", values: {} });
	if (partitions > 0)
		all.push({ code: "positions moved", values: { partitions } });
	return all;
}
