"use client";
// How much lies where in a list, who works on it, and on what? As the broker shows it when somebody looks.
import { TimedRows } from "#components/ui/timed-rows.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { LookReply } from "#lib/wire/errand.ts";
import { Age } from "./age.tsx";
import type { Clock } from "./clock.ts";
import { LookHead, LookPages } from "./look-head.tsx";
import type { MemberDeed } from "./members.tsx";
import { Settings } from "./settings.tsx";
import { useMembers } from "./use-members.ts";
import { WorkerTable } from "./worker-table.tsx";

export function Work(props: {
	readonly subscription: string;
	readonly clock: Clock;
	readonly deed: MemberDeed | undefined;
}) {
	const { subscription: words } = useWords();
	const { subscription, clock, deed } = props;
	const { now, lines, atMs, pages } = useMembers(subscription);
	const entries = now.look?.pending?.entries ?? [];
	return (
		<section className="look wide">
			<LookHead title={words.work} note="" now={now} clock={clock} />
			<Settings settings={now.look?.settings ?? []} title={null} />
			{lines.length > 0 && <WorkerTable {...{ lines, atMs, deed }} />}
			<LookPages {...pages} />
			{entries.length > 0 && <InProgress entries={entries} atMs={atMs} />}
		</section>
	);
}

type Entry = NonNullable<LookReply["pending"]>["entries"][number];

function InProgress(props: {
	readonly entries: readonly Entry[];
	/** When the broker showed them. */
	readonly atMs: number;
}) {
	const { subscription: words } = useWords();
	return (
		<table className="list members-list" aria-label={words.inProgress}>
			<thead>
				<tr>
					<th>{words.inProgress}</th>
					<th className="num">{words.columns.oldestHeld}</th>
				</tr>
			</thead>
			<TimedRows>
				{props.entries.map(({ id, idleMs }) => (
					<tr key={id}>
						<th scope="row" title={shown(id)}>
							<bdi className="m">{brief(id)}</bdi>
						</th>
						<td className="num">
							<Age ms={idleMs} atMs={props.atMs} />
						</td>
					</tr>
				))}
			</TimedRows>
		</table>
	);
}
