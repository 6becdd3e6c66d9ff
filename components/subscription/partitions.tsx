"use client";
// How is the lag spread over the partitions, and who owns each? As the broker shows it when somebody looks.
import { useState } from "react";
import { type Bar, heatFrom } from "#components/charts/heat.ts";
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
import { partitionStateOf, type Whole } from "./partition-state.ts";
import { type StatedLine as Line, PartitionTable } from "./partition-table.tsx";
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
	readonly whole: Whole;
}) {
	const { subscription: words } = useWords();
	const [offset, setOffset] = useState(0);
	const { subscription, clock, whole } = props;
	const [sort, setSort] = useState<LookSort>("lag");
	const part = "partitions";
	const from = offset - (offset % lookLimitMax);
	const now = useLook({
		...{ subscription, part, sort, offset: from, limit: lookLimitMax },
	});
	const atMs = now.look === null ? 0 : Date.parse(now.look.at);
	const all = (now.look?.partitions ?? []).map((line) => ({
		...line,
		state: partitionStateOf(line, whole, atMs),
	}));
	const lines = all.slice(offset - from, offset - from + limit);
	const total = now.look?.total ?? 0;
	const isWorst = sort === "lag" && from === 0 && all.length > 0;
	const isDrawn =
		total < heatFrom ? all.length > 1 : total === all.length || isWorst;
	return (
		<section className="look wide parts">
			<div className="parts-picture">
				<LookHead
					title={words.partitions}
					note={now.look === null ? "" : words.partitionCount(total)}
					now={now}
					clock={clock}
				/>
				{now.look !== null && lines.length === 0 && <p>{words.noPartitions}</p>}
				{isDrawn && <Picture lines={all} total={total} />}
			</div>
			<div className="parts-table">
				{now.look !== null && lines.length > 0 && (
					<PartitionTable
						lines={lines}
						isKept={isKeptForEver(now.look.settings)}
						atMs={atMs}
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
			</div>
		</section>
	);
}

function Picture(props: {
	readonly lines: readonly Line[];
	readonly total: number;
}) {
	const { subscription: words, numbers } = useWords();
	const [place, width] = useWidth();
	const { lines, total } = props;
	const bars = lines.map((line) => ({
		...line,
		isStuck: line.state === "stuck",
	}));
	const stuck = bars.filter(({ isStuck }) => isStuck).length;
	const lagOf =
		bars.length === total
			? words.lagOf(total)
			: words.mostLagging(bars.length, total);
	const drawn = {
		...{ bars, width },
		label: stuck > 0 ? `${lagOf}; ${words.stuckOf(stuck)}` : lagOf,
		said: ({ partition, lag, isStuck }: Bar) =>
			`${words.columns.partition} ${partition}: ${lag === null ? numbers.notKnown : numbers.count(lag)}${isStuck ? `, ${words.partitionStates.stuck}` : ""}`,
	};
	const isHeat = total >= heatFrom;
	return (
		<div ref={place} className="parts-place">
			<p className="parts-key">
				<span className="look-note">
					{isHeat ? words.byNumberHeat : words.byNumber}
				</span>
				<span className="legend">
					<span>{words.partitionStates.moves}</span>
					<span className="key-stuck">{words.partitionStates.stuck}</span>
				</span>
			</p>
			{isHeat ? <PartitionHeat {...drawn} /> : <PartitionBars {...drawn} />}
		</div>
	);
}
