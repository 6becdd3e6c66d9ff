"use client";
// How is the lag spread over the partitions, and who owns each? As the broker shows it when somebody looks.
import { useState } from "react";
import { PartitionBars } from "#components/charts/partition-bars.tsx";
import type { LookSort } from "#lib/core/look.ts";
import { type SettingCode, unbounded } from "#lib/core/setting.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { LookReply } from "#lib/wire/errand.ts";
import type { Clock } from "./clock.ts";
import { LookHead, LookPages } from "./look-head.tsx";
import { PartitionTable } from "./partition-table.tsx";
import { Settings } from "./settings.tsx";
import { useLook } from "./use-look.ts";

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
	const now = useLook({ subscription, part, sort, offset, limit });
	const lines = now.look?.partitions ?? [];
	const total = now.look?.total ?? 0;
	return (
		<section className="look wide">
			<LookHead
				title={words.partitions}
				note={now.look === null ? "" : words.partitionCount(total)}
				now={now}
				clock={clock}
			/>
			{now.look !== null && lines.length === 0 && <p>{words.noPartitions}</p>}
			{lines.length > 1 && total <= 60 && (
				<PartitionBars bars={lines} label={words.lagOf(total)} />
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
