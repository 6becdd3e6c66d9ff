"use client";
// Which entries are held, by whom, for how long, and how often were they delivered?
import { useId } from "react";
import { Time } from "#components/ui/time.tsx";
import { TimedRows } from "#components/ui/timed-rows.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PendingReply } from "#lib/wire/pending.ts";
import { Contents, ContentsButton } from "../contents.tsx";
import { useContents } from "../use-contents.ts";

type Entry = PendingReply["entries"][number];

/** Of these the numbers stand under each other. */
const counted = ["idle", "deliveries", "written", "size", "contents"] as const;

type Shared = {
	readonly subscription: string;
	/** When the broker showed them. */
	readonly atMs: number;
	readonly may: boolean | null;
};

export function PendingTable(
	props: Shared & {
		readonly entries: readonly Entry[];
		/** Another page is on its way. */
		readonly turning?: boolean;
	},
) {
	const { pending: words } = useWords();
	const { entries, turning = false, ...shared } = props;
	const { columns } = words;
	return (
		<table
			className="list pending-list"
			aria-label={words.title}
			aria-busy={turning}
		>
			<thead>
				<tr>
					<th scope="col">{columns.id}</th>
					<th scope="col">{columns.member}</th>
					{counted.map((column) => (
						<th key={column} scope="col" className="num">
							{columns[column]}
						</th>
					))}
				</tr>
			</thead>
			<TimedRows>
				{entries.map((entry) => (
					<Line key={entry.id} entry={entry} {...shared} />
				))}
			</TimedRows>
		</table>
	);
}

function Line(props: Shared & { readonly entry: Entry }) {
	const { pending: words, numbers } = useWords();
	const { entry, subscription, atMs, may } = props;
	const place = useId();
	const { columns } = words;
	const now = useContents(subscription, entry.id);
	const writtenMs = entry.written === null ? null : Date.parse(entry.written);
	return (
		<>
			<tr>
				<th scope="row" className="m">
					{shown(entry.id)}
				</th>
				<td title={shown(entry.member)} data-head={columns.member}>
					<bdi className="m">{brief(entry.member)}</bdi>
				</td>
				<td className="num" data-head={columns.idle}>
					{entry.idleMs === null ? (
						<Unknown why={numbers.notKnown} />
					) : (
						<Time ms={atMs - entry.idleMs} whole={numbers.wholly}>
							{numbers.ago(entry.idleMs / 1_000)}
						</Time>
					)}
				</td>
				<td className="num" data-head={columns.deliveries}>
					{entry.deliveries === null ? (
						<Unknown why={numbers.notKnown} />
					) : (
						numbers.count(entry.deliveries)
					)}
				</td>
				<td className="num q2" data-head={columns.written}>
					{writtenMs === null ? (
						<Unknown why={numbers.notKnown} />
					) : (
						<Time ms={writtenMs} whole={numbers.wholly}>
							{numbers.ago(Math.max(0, atMs - writtenMs) / 1_000)}
						</Time>
					)}
				</td>
				<td className="num q2" data-head={columns.size}>
					{entry.kept === false ? (
						<span title={words.goneWhy}>{words.gone}</span>
					) : entry.bytes === null ? (
						<Unknown why={numbers.notKnown} />
					) : (
						numbers.bytes(entry.bytes)
					)}
				</td>
				<td className="num">
					{entry.kept !== false && (
						<ContentsButton now={now} may={may} id={entry.id} place={place} />
					)}
				</td>
			</tr>
			{(now.contents !== undefined || now.failure !== null) && (
				<tr className="contents-row">
					<td colSpan={7} id={place}>
						<Contents now={now} id={entry.id} />
					</td>
				</tr>
			)}
		</>
	);
}
