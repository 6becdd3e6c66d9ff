"use client";
// Who may come in, who is in, and what may each of them? For whoever tends people; everybody else sees their own.
import { useWords } from "#lib/say/speech.tsx";
import type { SessionReply } from "#lib/wire/session.ts";
import { Account } from "./account.tsx";
import { Links } from "./links.tsx";
import { PeopleList } from "./people-list.tsx";
import { OwnRights, Roles } from "./roles.tsx";
import { Sessions } from "./sessions.tsx";
import { Tokens } from "./tokens.tsx";
import { useMe, usePeople, useSessions, useTokens } from "./use-people.ts";

export function People(props: { readonly nowMs: number }) {
	const { access } = useWords();
	const me = useMe();
	return (
		<div className="people">
			<title>{`${access.title} · Tidemark`}</title>
			{me === null ? <Waits /> : <Known me={me} nowMs={props.nowMs} />}
		</div>
	);
}

function Waits() {
	const { access } = useWords();
	return (
		<div className="people-waits" aria-busy="true">
			<p className="sr">{access.loading}</p>
			<i className="ghost" />
			<i className="ghost wide" />
		</div>
	);
}

function Known(props: { readonly me: SessionReply; readonly nowMs: number }) {
	const { me, nowMs } = props;
	const people = usePeople(me.tendsPeople);
	const sessions = useSessions();
	const tokens = useTokens();
	const asked = me.tendsPeople
		? [people, sessions, tokens]
		: [sessions, tokens];
	// All at once, so that nothing below is pushed down by what comes above it.
	if (asked.some(({ reply, problem }) => reply === null && problem === null))
		return <Waits />;
	const open = sessions.reply?.sessions ?? [];
	const made = tokens.reply?.tokens ?? [];
	if (!me.tendsPeople)
		return (
			<>
				<div className="people-left">
					<Account me={me} isPage />
					<Sessions now={sessions} {...{ me, nowMs }} />
				</div>
				<div className="people-right">
					<OwnRights me={me} />
					<Tokens now={tokens} roles={me.roles} {...{ me, nowMs }} />
				</div>
			</>
		);
	const roles = people.reply?.roles.map(({ name }) => name) ?? [];
	return (
		<>
			<div className="people-left">
				<PeopleList now={people} {...{ me, nowMs, open, made }} />
				<Sessions now={sessions} {...{ me, nowMs }} />
			</div>
			<div className="people-right">
				<Account me={me} />
				<Tokens now={tokens} {...{ me, nowMs, roles }} />
				<Links roles={roles} />
				{people.reply && <Roles reply={people.reply} />}
			</div>
		</>
	);
}
