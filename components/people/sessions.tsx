"use client";
// Who is signed in, how, from where, since when? One's own for everybody; each can be ended.
import { useWords } from "#lib/say/speech.tsx";
import type { SessionsReply } from "#lib/wire/people.ts";
import type { SessionReply } from "#lib/wire/session.ts";
import { Part } from "./part.tsx";
import { inOrder, isFirstOfMany } from "./session-order.ts";
import { SessionRow } from "./session-row.tsx";
import type { Asked } from "./use-people.ts";

const columns = ["person", "way", "from", "since", "used"] as const;

export function Sessions(props: {
	readonly now: Asked<SessionsReply>;
	readonly me: SessionReply;
	readonly nowMs: number;
}) {
	const { sessions: said } = useWords().access;
	const { now, me, nowMs } = props;
	const shown = columns.filter((it) => it !== "person" || me.tendsPeople);
	const title = me.tendsPeople ? said.title : said.own;
	return (
		<Part title={title} beside={now.reply?.sessions.length} now={now}>
			{({ sessions }) => {
				const ordered = inOrder(sessions);
				return (
					<table className="list people-t sessions-t" aria-label={title}>
						<thead>
							<tr>
								{shown.map((column) => (
									<th key={column} scope="col" className={`c-${column}`}>
										{said.columns[column]}
									</th>
								))}
								<th scope="col" className="c-acts">
									<span className="sr">{said.end}</span>
								</th>
							</tr>
						</thead>
						<tbody>
							{ordered.map((session, at) => (
								<SessionRow
									key={session.id}
									{...{ session, nowMs }}
									hasPerson={me.tendsPeople}
									endsAll={me.tendsPeople && isFirstOfMany(ordered, at)}
								/>
							))}
						</tbody>
					</table>
				);
			}}
		</Part>
	);
}
