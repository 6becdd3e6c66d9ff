// What did a node tell of that it had not told of before, and how much time is left to ask?
import type { Reading } from "#lib/core/reading.ts";
import type { NodePart } from "./merged.ts";
import type { NodeSnapshot } from "./node.ts";
import type { ClusterNode } from "./nodes.ts";

export type Part = NodePart<ClusterNode, NodeSnapshot>;

export const channelsOf = (readings: readonly Reading[]): ReadonlySet<string> =>
	new Set(readings.map(({ channel }) => channel));

export function onlyNew(part: Part): readonly Part[] {
	const { told, last } = part;
	if ("code" in told) return [];
	const before = channelsOf(last);
	const readings = told.readings.filter(({ channel }) => !before.has(channel));
	return [{ ...part, told: { ...told, readings } }];
}

export const leftUntil = (untilMs: number): number =>
	Math.max(1, Math.round(untilMs - performance.now()));
