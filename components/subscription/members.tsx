"use client";
// Who reads it, where, and what does each hold? As the broker shows it when somebody looks.
import { type ReactNode, useState } from "react";
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import { TimedRows } from "#components/ui/timed-rows.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import type { MemberVerdict } from "#lib/core/member.ts";
import { brief, shown } from "#lib/say/name.ts";
import { evidenceSentence, membersSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";
import type { LookReply } from "#lib/wire/errand.ts";
import { Age } from "./age.tsx";
import type { Clock } from "./clock.ts";
import { LookHead, LookPages } from "./look-head.tsx";
import { registeredIn } from "./registered.ts";
import { useMembers } from "./use-members.ts";
import { isOf, Which } from "./which-members.tsx";

export function Members(props: {
	readonly subscription: string;
	readonly clock: Clock;
	readonly holds: boolean;
	readonly counted: RowReply["members"];
	/** What can be done about one of them. */
	readonly deed?: MemberDeed | undefined;
}) {
	const said = useWords();
	const { subscription: words } = said;
	const { subscription, clock, holds, counted } = props;
	const { now, lines, total, atMs, pages } = useMembers(subscription);
	const [only, setOnly] = useState<MemberVerdict | null>(null);
	const chosen = only === null ? lines : lines.filter(isOf(only));
	return (
		<section className={holds ? "look wide" : "look group-members"}>
			<LookHead
				title={words.members}
				note={
					now.look === null
						? ""
						: counted === null
							? words.registered(registeredIn(now.look))
							: membersSentence(said, counted)
				}
				now={now}
				clock={clock}
			/>
			{now.look !== null && lines.length === 0 && <p>{words.noMembers}</p>}
			{total === lines.length && (
				<Which lines={lines} only={only} onChoose={setOnly} />
			)}
			{lines.length > 0 && (
				<MemberTable lines={chosen} {...{ atMs, holds, deed: props.deed }} />
			)}
			<LookPages {...pages} />
		</section>
	);
}

type Line = LookReply["members"][number];
/** Null where nothing can be. */
export type MemberDeed = (line: Line) => ReactNode;

export function MemberTable(props: {
	readonly lines: readonly Line[];
	/** Kinds hold messages, or own partitions. */
	readonly holds: boolean;
	/** When the broker showed them. */
	readonly atMs: number;
	readonly deed?: MemberDeed | undefined;
}) {
	const { subscription: words } = useWords();
	const { lines, holds, atMs, deed } = props;
	return (
		<table
			className={`list members-list${holds ? " judged" : ""}`}
			aria-label={words.members}
		>
			<thead>
				<tr>
					<th>{words.columns.member}</th>
					{holds ? (
						<>
							<th>{words.columns.verdict}</th>
							<th className="why">{words.columns.evidence}</th>
							<th className="num">{words.columns.idle}</th>
							<th className="num">{words.columns.holding}</th>
							<th className="num">{words.columns.oldestHeld}</th>
						</>
					) : null}
					<th>{words.columns.client}</th>
					<th>{words.columns.host}</th>
					{holds ? null : <th>{words.columns.owns}</th>}
				</tr>
			</thead>
			<TimedRows>
				{lines.map((line) => (
					<tr key={line.name}>
						<th scope="row" title={shown(line.name)}>
							<bdi className="m">{brief(line.name)}</bdi>
							{line.mark !== null && (
								<span className="q"> · {words.memberMarks[line.mark]}</span>
							)}
						</th>
						{holds && <JudgedCells line={line} atMs={atMs} />}
						<Text text={clientOf(line)} />
						<Text text={line.host} />
						{!holds && (
							<td className="owns" title={line.partitions?.join(", ") ?? ""}>
								<span className="deed">{deed?.(line)}</span>
								<Known
									said={line.partitions?.slice(0, 50).join(", ") ?? null}
								/>
							</td>
						)}
					</tr>
				))}
			</TimedRows>
		</table>
	);
}

/** A member is told as a subscription would be that fares like it. */
const markOf = {
	live: "healthy",
	unknown: "unknown",
	stuck: "stalled",
	dead: "stopped",
} as const;

export function VerdictCell(props: { readonly verdict: Line["verdict"] }) {
	const { members } = useWords();
	const { verdict } = props;
	return (
		<td>
			{verdict === null ? (
				<Known said={null} />
			) : (
				<VerdictMark verdict={markOf[verdict]}>
					{members.verdicts[verdict]}
				</VerdictMark>
			)}
		</td>
	);
}

function JudgedCells(props: { readonly line: Line; readonly atMs: number }) {
	const words = useWords();
	const { numbers } = words;
	const { line, atMs } = props;
	const { verdict, evidence } = line;
	return (
		<>
			<VerdictCell verdict={verdict} />
			<td className="why">
				<Known said={evidence && evidenceSentence(words, evidence)} />
			</td>
			<td className="num">
				<Age ms={line.idleMs} atMs={atMs} />
			</td>
			<td className="num">
				<Known
					said={line.holding === null ? null : numbers.count(line.holding)}
				/>
			</td>
			<td className="num">
				{line.holding !== 0 && <Age ms={line.oldestHeldMs} atMs={atMs} />}
			</td>
		</>
	);
}

/** A static member is known by both: the client's name is often the same for all of them. */
const clientOf = ({ clientId, instanceId }: Line): string | null =>
	clientId !== null && instanceId !== null
		? `${clientId} · ${instanceId}`
		: (instanceId ?? clientId);

export function Known(props: { readonly said: string | null }) {
	const { numbers } = useWords();
	return props.said ?? <Unknown why={numbers.notKnown} />;
}

function Text(props: { readonly text: string | null }) {
	return props.text === null ? (
		<td>
			<Known said={null} />
		</td>
	) : (
		<td title={shown(props.text)}>
			<bdi>{brief(props.text)}</bdi>
		</td>
	);
}
