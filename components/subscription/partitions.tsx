"use client";
// How is the lag spread over the partitions, and who owns each? As the broker shows it when somebody looks.
import { useState } from "react";
import { heatFrom } from "#components/charts/heat.ts";
import { PartitionBars } from "#components/charts/partition-bars.tsx";
import { PartitionHeat } from "#components/charts/partition-heat.tsx";
import { useWidth } from "#components/ui/width.ts";
import { lookLimitMax } from "#lib/core/errand.ts";
import type { LookSort } from "#lib/core/look.ts";
import { type SettingCode, unbounded } from "#lib/core/setting.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { LookReply } from "#lib/wire/errand.ts";
import type { Clock } from "./clock.ts";
import { LookHead, LookPages } from "./look-head.tsx";
import { PartitionTable } from "./partition-table.tsx";
import { Settings } from "./settings.tsx";
import { useLook } from "./use-look.ts";

/** Rows on a page. All partitions are drawn, as far as one look tells them. */
const limit = 100;

/** What is compacted is lost otherwise. */
const isKeptForEver = (settings: LookReply["settings"]): boolean => {
	const is = (code: SettingCode, wanted: string) =>
		settings.some((it) => it.code === code && it.value === wanted);
	return (
		is("kept for", unbounded) &&
		is("kept up to", unbounded) &&
		is("compacted", "no")
	);
};

export function Partitions(props: {
	readonly subscription: string;
	readonly clock: Clock;
}) {
	const { subscription: words } = useWords();
	const [offset, setOffset] = useState(0);
	const { subscription, clock } = props;
	const [sort, setSort] = useState<LookSort>("lag");
	const part = "partitions";
	const from = offset - (offset % lookLimitMax);
	const now = useLook({
		...{ subscription, part, sort, offset: from, limit: lookLimitMax },
	});
	const all = now.look?.partitions ?? [];
	const lines = all.slice(offset - from, offset - from + limit);
	const total = now.look?.total ?? 0;
	const isWorst = sort === "lag" && from === 0 && all.length > 0;
	return (
		<section className="look wide">
			<LookHead
				title={words.partitions}
				note={now.look === null ? "" : words.partitionCount(total)}
				now={now}
				clock={clock}
			/>
			{now.look !== null && lines.length === 0 && <p>{words.noPartitions}</p>}
			{all.length > 1 && total < heatFrom && (
				<PartitionBars bars={all} label={words.lagOf(total)} />
			)}
			{total >= heatFrom && (total === all.length || isWorst) && (
				<Heat bars={all} total={total} />
			)}
			{now.look !== null && lines.length > 0 && (
				<PartitionTable
					lines={lines}
					isKept={isKeptForEver(now.look.settings)}
					atMs={Date.parse(now.look.at)}
					sort={sort}
					onSort={(by) => {
						setSort(by);
						setOffset(0);
					}}
				/>
			)}
			<LookPages
				offset={offset}
				shown={lines.length}
				total={total}
				limit={limit}
				onTurn={setOffset}
			/>
			<Settings settings={now.look?.settings ?? []} />
		</section>
	);
}

function Heat(props: {
	readonly bars: LookReply["partitions"];
	readonly total: number;
}) {
	const { subscription: words, numbers } = useWords();
	const [place, width] = useWidth();
	const { bars, total } = props;
	const label =
		bars.length === total
			? words.lagOf(total)
			: words.mostLagging(bars.length, total);
	return (
		<div ref={place} className="heat-place">
			<PartitionHeat
				bars={bars}
				label={label}
				width={width}
				said={({ partition, lag }) =>
					`${words.columns.partition} ${partition}: ${lag === null ? numbers.notKnown : numbers.count(lag)}`
				}
			/>
		</div>
	);
}
