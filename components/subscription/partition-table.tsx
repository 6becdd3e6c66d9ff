// How does each partition stand: who owns it, how far and how long is it behind, what has it left, when did it move?
import type { ReactNode } from "react";
import { Time } from "#components/ui/time.tsx";
import { TimedRows } from "#components/ui/timed-rows.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import type { LookSort } from "#lib/core/look.ts";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SubscriptionWords } from "#lib/say/words/words.ts";
import type { LookReply } from "#lib/wire/errand.ts";
import type { PartitionState } from "./partition-state.ts";
import { StateWord } from "./state-word.tsx";

type Line = LookReply["partitions"][number];
type Amount = Line["timeLagMs"];
export type StatedLine = Line & { readonly state: PartitionState | null };

type Sorting = {
	readonly sort: LookSort;
	readonly onSort: (sort: LookSort) => void;
};

export function PartitionTable(
	props: Sorting & {
		readonly lines: readonly StatedLine[];
		/** Retention removes nothing, so that no margin is no gap in what is known. */
		readonly isKept: boolean;
		/** When the broker showed them. */
		readonly atMs: number;
	},
) {
	const { subscription: words } = useWords();
	const { lines, isKept, atMs } = props;
	const most = Math.max(1, ...lines.map(({ lag }) => lag ?? 0));
	const head = (sort: LookSort, className = "num") => (
		<SortHead by={sort} className={className} {...props} />
	);
	return (
		<table className="list partitions" aria-label={words.partitions}>
			<thead>
				<tr>
					{head("partition")}
					{head("owner", "own")}
					{head("lag")}
					<td className="bars" />
					{head("timeLag")}
					{head("margin")}
					<th scope="col" className="num">
						{words.columns.moved}
					</th>
					<th scope="col" className="num">
						{words.columns.position}
					</th>
					<th scope="col" className="num">
						{words.columns.end}
					</th>
					<th scope="col" className="num state">
						{words.columns.state}
					</th>
				</tr>
			</thead>
			<TimedRows>
				{lines.map((line) => (
					<Partition
						key={line.partition}
						line={line}
						noMargin={marginWhy(words, line, isKept)}
						share={(line.lag ?? 0) / most}
						atMs={atMs}
					/>
				))}
			</TimedRows>
		</table>
	);
}

/** Why there is none; null where it is not known. */
const marginWhy = (
	words: SubscriptionWords,
	{ lag }: Line,
	isKept: boolean,
): string | null =>
	lag === 0 ? words.marginNone : isKept ? words.marginKept : null;

/** Names, numbers and what runs out go up; what piles up comes down. */
const direction = (sort: LookSort) =>
	sort === "lag" || sort === "timeLag" ? "descending" : "ascending";

function SortHead(
	props: Sorting & { readonly by: LookSort; readonly className: string },
) {
	const { subscription, board } = useWords();
	const { by, sort, onSort, className } = props;
	const name = subscription.columns[by];
	const isChosen = by === sort;
	return (
		<th
			scope="col"
			className={isChosen ? `${className} sort` : className}
			{...(isChosen ? { "aria-sort": direction(by) } : {})}
		>
			<button
				type="button"
				title={board.sortBy(name)}
				onClick={() => onSort(by)}
			>
				{name}
				{isChosen && <Arrow isUp={direction(by) === "ascending"} />}
			</button>
		</th>
	);
}

const Arrow = ({ isUp }: { readonly isUp: boolean }) => (
	<svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
		<path d={isUp ? "M4 1 7 6H1z" : "M4 7 1 2h6z"} fill="currentColor" />
	</svg>
);

function Partition(props: {
	readonly line: StatedLine;
	readonly noMargin: string | null;
	readonly share: number;
	readonly atMs: number;
}) {
	const { subscription: words, numbers } = useWords();
	const { line, noMargin, share, atMs } = props;
	return (
		<tr>
			<th scope="row" className="num m">
				{line.partition}
			</th>
			<td className="own" title={line.owner === null ? "" : shown(line.owner)}>
				<Known of={line.owner}>{(owner) => <bdi>{brief(owner)}</bdi>}</Known>
			</td>
			<td className="num">
				<Known of={line.lag}>{numbers.count}</Known>
			</td>
			<td className="bars">
				<span
					className={line.state === "stuck" ? "ibar stuck" : "ibar"}
					style={{ width: `${share * 100}%` }}
				/>
			</td>
			<td className="num">
				<Lasting of={line.timeLagMs} />
			</td>
			<td className="num q2">
				{noMargin === null ? (
					<Lasting of={line.marginMs} />
				) : (
					<Unknown why={noMargin} />
				)}
			</td>
			<td className="num q2">
				<Known of={line.moved} why={words.notMoved}>
					{(moved) => (
						<Time ms={Date.parse(moved)} whole={numbers.wholly}>
							{numbers.ago((atMs - Date.parse(moved)) / 1_000)}
						</Time>
					)}
				</Known>
			</td>
			<td className="num q2">
				<Known of={line.position}>{numbers.count}</Known>
			</td>
			<td className="num q2">
				<Known of={line.end}>{numbers.count}</Known>
			</td>
			<td className="num state">
				<StateWord state={line.state} />
			</td>
		</tr>
	);
}

function Lasting(props: { readonly of: Amount }) {
	const { numbers } = useWords();
	return (
		<Known of={props.of}>
			{({ n, bound }) => numbers.lasting({ n: n / 1_000, bound })}
		</Known>
	);
}

function Known<Value>(props: {
	readonly of: Value | null;
	readonly why?: string;
	readonly children: (value: Value) => ReactNode;
}) {
	const { numbers } = useWords();
	return props.of === null ? (
		<Unknown why={props.why ?? numbers.notKnown} />
	) : (
		props.children(props.of)
	);
}
