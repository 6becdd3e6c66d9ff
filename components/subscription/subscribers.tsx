"use client";
// Who listens, since when, and how much waits for each? As the broker shows it when somebody looks.
import { Time } from "#components/ui/time.tsx";
import { TimedRows } from "#components/ui/timed-rows.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { LookReply } from "#lib/wire/errand.ts";
import { Age } from "./age.tsx";
import type { Clock } from "./clock.ts";
import { LookHead, LookPages } from "./look-head.tsx";
import { useMembers } from "./use-members.ts";

export function Subscribers(props: {
	readonly subscription: string;
	readonly clock: Clock;
}) {
	const { subscription: words } = useWords();
	const { subscription, clock } = props;
	const { now, lines, total, atMs, pages } = useMembers(subscription);
	return (
		<section className="look wide">
			<LookHead
				title={words.subscribers}
				note={now.look === null ? "" : words.couldListen(total)}
				now={now}
				clock={clock}
			/>
			{now.look !== null && lines.length === 0 && <p>{words.noSubscribers}</p>}
			{lines.length > 0 && (
				<SubscriberTable lines={lines} {...{ atMs, clock }} />
			)}
			<LookPages {...pages} />
		</section>
	);
}

type Line = LookReply["members"][number];

export function SubscriberTable(props: {
	readonly lines: readonly Line[];
	readonly clock: Pick<Clock, "serverMs">;
	/** When the broker showed them. */
	readonly atMs: number;
}) {
	const { subscription: words } = useWords();
	const { columns } = words;
	return (
		<table className="list members-list" aria-label={words.subscribers}>
			<thead>
				<tr>
					<th>{columns.connection}</th>
					<th>{columns.client}</th>
					<th>{columns.host}</th>
					<th className="num">{columns.connected}</th>
					<th className="num">{columns.output}</th>
					<th className="num">{columns.ofLimit}</th>
					<th>{columns.behind}</th>
				</tr>
			</thead>
			<TimedRows>
				{props.lines.map((line) => (
					<tr key={line.name}>
						<th scope="row" title={shown(line.name)}>
							<bdi className="m">{brief(line.name)}</bdi>
						</th>
						<td>
							{line.clientId !== null && <bdi>{brief(line.clientId)}</bdi>}
						</td>
						<td>{line.host !== null && <bdi>{brief(line.host)}</bdi>}</td>
						{line.output && <OutputCells {...props} output={line.output} />}
					</tr>
				))}
			</TimedRows>
		</table>
	);
}

function OutputCells(props: {
	readonly output: NonNullable<Line["output"]>;
	readonly clock: Pick<Clock, "serverMs">;
	readonly atMs: number;
}) {
	const { numbers, subscription: words } = useWords();
	const { ageMs, bytes, share, behind } = props.output;
	return (
		<>
			<td className="num">
				<Age ms={ageMs} atMs={props.atMs} />
			</td>
			<td className="num">{numbers.bytes(bytes)}</td>
			<td className="num">
				{share === null ? (
					<Unknown why={numbers.notKnown} />
				) : (
					numbers.percent(share)
				)}
			</td>
			<td>
				{behind === null ? (
					words.keepsUp
				) : (
					<Time ms={Date.parse(behind)} whole={numbers.wholly}>
						{numbers.moment(Date.parse(behind), props.clock.serverMs)}
					</Time>
				)}
			</td>
		</>
	);
}
