"use client";
// What is said of one session, and how is it ended?
import { Time } from "#components/ui/time.tsx";
import { brief } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SessionsReply } from "#lib/wire/people.ts";
import { browserName } from "./browser-name.ts";
import { useChange } from "./use-change.ts";

export function SessionRow(props: {
	readonly session: SessionsReply["sessions"][number];
	readonly nowMs: number;
	readonly hasPerson: boolean;
	readonly endsAll: boolean;
}) {
	const words = useWords();
	const { access, numbers } = words;
	const { sessions: said, ways } = access;
	const { session, nowMs, hasPerson, endsAll } = props;
	const { change, isBusy, failure } = useChange();
	const person = brief(session.person, 80);
	const moment = (iso: string) => (
		<Time ms={Date.parse(iso)} whole={numbers.wholly}>
			{numbers.moment(Date.parse(iso), nowMs)}
		</Time>
	);
	const told = session.browser === null ? null : brief(session.browser, 200);
	const browser = told && brief(browserName(told), 40);
	return (
		<tr title={said.ends(numbers.wholly(Date.parse(session.ends)))}>
			{hasPerson && (
				<th scope="row" className="m">
					<bdi>{person}</bdi>
				</th>
			)}
			<td className="q2">{ways[session.way]}</td>
			<td title={told ?? undefined}>
				{session.from === null ? (
					<span className="q">{said.unknownPlace}</span>
				) : (
					<bdi>{brief(session.from, 60)}</bdi>
				)}
				{browser !== null && <span className="q"> {browser}</span>}
			</td>
			<td className="q2" data-head={said.columns.since}>
				{moment(session.started)}
			</td>
			<td className="q2" data-head={said.columns.used}>
				{moment(session.used)}
			</td>
			<td className="people-acts">
				{session.isThis ? (
					<span className="m">{said.isThis}</span>
				) : (
					<button
						type="button"
						className="btn small bare"
						aria-disabled={isBusy}
						onClick={() => change({ verb: "end session", session: session.id })}
					>
						{isBusy ? said.ending : said.end}
						<span className="sr"> {said.endOf(person)}</span>
					</button>
				)}
				{endsAll && (
					<button
						type="button"
						className="btn small bare"
						aria-disabled={isBusy}
						onClick={() =>
							change({ verb: "end sessions", person: session.person })
						}
					>
						{said.endAll}
						<span className="sr"> {person}</span>
					</button>
				)}
				{failure !== null && (
					<span role="alert" className="people-missed">
						{problemSentence(words, failure)}
					</span>
				)}
			</td>
		</tr>
	);
}
