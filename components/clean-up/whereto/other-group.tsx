"use client";
// As which group? Names that the board knows, of those that read the same.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRested } from "#components/ui/rested.ts";
import { quote } from "#lib/core/filter-token.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import { askWhole } from "#lib/wire/ask.ts";
import { boardReply } from "#lib/wire/board.ts";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import type { WheretoNow } from "./use-whereto.ts";

const restMs = 150;
const rowsMax = 50;
const namesMost = 6;

export function OtherGroup(props: {
	readonly now: WheretoNow;
	readonly targets: readonly TargetReply[];
}) {
	const { whereto: words } = useWords().cleanUp;
	const { now, targets } = props;
	const { group } = now.draft;
	const names = useGroups(targets, group);
	const fitting = names.filter((name) => name !== group && holds(name, group));
	return (
		<div className="w-row">
			<label className="w-wide">
				{words.group}
				<input
					className="field"
					autoComplete="off"
					autoCapitalize="off"
					spellCheck={false}
					value={group}
					onChange={({ target }) => now.type({ group: target.value })}
				/>
			</label>
			{fitting.slice(0, namesMost).map((name) => (
				<button
					key={name}
					type="button"
					className="btn small"
					onClick={() => now.choose({ group: name })}
				>
					<bdi>{brief(name, 40)}</bdi>
				</button>
			))}
		</div>
	);
}

const holds = (name: string, typed: string): boolean =>
	name.toLowerCase().includes(typed.toLowerCase());

function useGroups(
	targets: readonly TargetReply[],
	typed: string,
): readonly string[] {
	const rested = useRested(typed, restMs);
	const filter = filterFor(targets, rested);
	const query = useQuery({
		queryKey: ["groups", filter],
		queryFn: ({ signal }) => {
			const asked = new URLSearchParams({ filter, limit: String(rowsMax) });
			const path = `/api/board?${asked}`;
			return askWhole({ path, schema: boardReply, signal });
		},
		placeholderData: keepPreviousData,
		...{ retry: false, staleTime: 5_000, networkMode: "always" as const },
	});
	const rows = query.data?.rows ?? [];
	return [...new Set(rows.flatMap(({ group }) => group ?? []))].toSorted();
}

/** Of the same broker, and of the same channel where there is but one. */
export function filterFor(
	targets: readonly Pick<TargetReply, "subscription">[],
	typed: string,
): string {
	const [first] = targets;
	if (first === undefined) return "";
	const { broker, channel, group } = first.subscription;
	const term = (key: string, value: string) => `${key}:${quote(value)}`;
	const isOne = targets.every(
		({ subscription }) => subscription.channel === channel,
	);
	return [
		term("broker", broker),
		...(isOne ? [term("channel", channel)] : []),
		...(group === null ? [] : [`-${term("group", group)}`]),
		...(typed === "" ? [] : [term("group", `*${typed}*`)]),
	].join(" ");
}
