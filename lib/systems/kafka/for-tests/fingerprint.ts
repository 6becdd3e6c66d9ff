// What would a broker show to anybody of these groups and topics? As text, so that two moments can be compared.

import { committed } from "../protocol/committed.ts";
import { describeBy } from "../protocol/describe.ts";
import { listGroups } from "../protocol/group-requests.ts";
import { earliest, latest, listOffsets } from "../protocol/list-offsets.ts";
import { metadata } from "../protocol/metadata.ts";
import { shareOffsets } from "../protocol/share-offsets.ts";
import type { asker } from "./requests.ts";

export type Ask = ReturnType<typeof asker>;

/** Positions with all that is written beside them, ends, and who is in a group; a line each, in order. */
export async function fingerprint(
	ask: Ask,
	groups: readonly string[],
	topics: readonly string[],
): Promise<readonly string[]> {
	const lines: unknown[] = [];
	const listed = (await ask(listGroups)).groups.filter(({ group }) =>
		groups.includes(group),
	);
	for (const { group, type, ...of } of listed) {
		lines.push(["group", group, type, of]);
		const describe = describeBy.get(type);
		if (describe) lines.push(["described", await ask(describe([group]))]);
		const { rows } = await ask(committed(group, null));
		for (const row of rows) lines.push(["position", group, row]);
		if (type !== "share") continue;
		for (const { topics } of await ask(shareOffsets([group])))
			for (const { topic, partitions, positions, lags } of topics)
				partitions.forEach((partition, i) => {
					const [position, lag] = [positions[i], lags[i]];
					lines.push(["shared", group, { topic, partition, position, lag }]);
				});
	}
	const places = (await ask(metadata(topics))).topics;
	for (const { topic, id, leaders } of places) {
		lines.push(["topic", topic, id]);
		const partitions = [...leaders.keys()];
		for (const moment of [earliest, latest])
			for (const { offsets, ...of } of await ask(
				listOffsets([{ topic, partitions }], moment),
			)) {
				const all = [...of.partitions].map((one, i) => [one, offsets[i]]);
				lines.push(["offsets", topic, `${moment}`, all.sort()]);
			}
	}
	return lines.map((line) => JSON.stringify(line)).sort();
}

/** What is in one and not in the other, both ways. */
export const differences = (
	before: readonly string[],
	after: readonly string[],
): { readonly gone: readonly string[]; readonly come: readonly string[] } => ({
	gone: before.filter((line) => !after.includes(line)),
	come: after.filter((line) => !before.includes(line)),
});
