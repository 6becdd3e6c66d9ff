"use client";
// Who reads it, where, and what does each hold? As the broker shows it when somebody looks.
import { useState } from "react";
import { Unknown } from "#components/ui/unknown.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { LookReply } from "#lib/wire/errand.ts";
import type { Clock } from "./clock.ts";
import { LookHead, LookPages } from "./look-head.tsx";
import { useLook } from "./use-look.ts";

const limit = 100;

export function Members(props: {
	readonly subscription: string;
	readonly clock: Clock;
	readonly holds: boolean;
}) {
	const { subscription: words } = useWords();
	const [offset, setOffset] = useState(0);
	const { subscription, clock, holds } = props;
	const part = "members";
	const now = useLook({ subscription, part, sort: "lag", offset, limit });
	const lines = now.look?.members ?? [];
	const total = now.look?.total ?? 0;
	return (
		<section className="look">
			<LookHead
				title={words.members}
				note={now.look === null ? "" : words.registered(total)}
				now={now}
				clock={clock}
			/>
			{now.look !== null && lines.length === 0 && <p>{words.noMembers}</p>}
			{lines.length > 0 && <MemberTable lines={lines} holds={holds} />}
			<LookPages
				offset={offset}
				shown={lines.length}
				total={total}
				limit={limit}
				onTurn={setOffset}
			/>
		</section>
	);
}

type Line = LookReply["members"][number];

export function MemberTable(props: {
	readonly lines: readonly Line[];
	/** Kinds hold messages, or own partitions. */
	readonly holds: boolean;
}) {
	const { subscription: words, numbers } = useWords();
	const { lines, holds } = props;
	const unknown = <Unknown why={numbers.notKnown} />;
	return (
		<table className="list members-list" aria-label={words.members}>
			<thead>
				<tr>
					<th>{words.columns.member}</th>
					<th>{words.columns.client}</th>
					<th>{words.columns.host}</th>
					{holds ? (
						<>
							<th className="num">{words.columns.holding}</th>
							<th className="num">{words.columns.idle}</th>
						</>
					) : (
						<th>{words.columns.owns}</th>
					)}
				</tr>
			</thead>
			<tbody>
				{lines.map((line) => (
					<tr key={line.name}>
						<th scope="row" title={shown(line.name)}>
							<bdi className="m">{brief(line.name)}</bdi>
							{line.mark !== null && (
								<span className="q"> · {words.memberMarks[line.mark]}</span>
							)}
						</th>
						<Text text={clientOf(line)} />
						<Text text={line.host} />
						{holds ? (
							<>
								<td className="num">
									{line.holding === null
										? unknown
										: numbers.count(line.holding)}
								</td>
								<td className="num">
									{line.idleMs === null
										? unknown
										: numbers.duration(line.idleMs / 1_000)}
								</td>
							</>
						) : (
							<td title={line.partitions?.join(", ") ?? ""}>
								{line.partitions === null
									? unknown
									: line.partitions.slice(0, 50).join(", ")}
							</td>
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** A static member is known by both: the client's name is often the same for all of them. */
const clientOf = ({ clientId, instanceId }: Line): string | null =>
	clientId !== null && instanceId !== null
		? `${clientId} · ${instanceId}`
		: (instanceId ?? clientId);

function Text(props: { readonly text: string | null }) {
	const { numbers } = useWords();
	return props.text === null ? (
		<td>
			<Unknown why={numbers.notKnown} />
		</td>
	) : (
		<td title={shown(props.text)}>
			<bdi>{brief(props.text)}</bdi>
		</td>
	);
}
