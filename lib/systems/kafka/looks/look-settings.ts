// Which settings of topic, group and cluster decide how a group's reading goes?
import { type Setting, unbounded } from "#lib/core/setting.ts";
import type { Rules } from "../positions/rules.ts";
import type { DescribedGroup } from "../protocol/described.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";

export function settingsOf(
	topic: string,
	{ type, state }: ListedGroup,
	described: DescribedGroup | null,
	rules: Rules,
): readonly Setting[] {
	const own = rules.of(topic);
	const kept = (bound: number) =>
		bound === Number.POSITIVE_INFINITY ? unbounded : bound;
	return [
		{ code: "kept for", value: own && kept(own.retentionMs) },
		{ code: "kept up to", value: own && kept(own.retentionBytes) },
		{ code: "compacted", value: own && (own.compacted ? "yes" : "no") },
		{
			code: "dated by",
			value: own && (own.timestampType === "append" ? "broker" : "producer"),
		},
		{ code: "positions kept for", value: rules.positionsKeptMs },
		{ code: "group type", value: type || null },
		{ code: "group state", value: described?.state || state || null },
		{ code: "assignor", value: described?.assignor ?? null },
	];
}
