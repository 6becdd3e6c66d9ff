"use client";
// Which programs have a token, what may each do, and until when? Made and ended here.
import { useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { makesTokens } from "#lib/core/people/people.ts";
import { brief } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { TokensReply } from "#lib/wire/people.ts";
import type { SessionReply } from "#lib/wire/session.ts";
import { MakeSecret } from "./make-secret.tsx";
import { Part } from "./part.tsx";
import { useChange } from "./use-change.ts";
import type { Asked } from "./use-people.ts";

const notYours = { key: "token not yours to make", values: {} };

export function Tokens(props: {
	readonly now: Asked<TokensReply>;
	readonly me: SessionReply;
	readonly nowMs: number;
	/** Those that somebody may choose from; the server has the last word. */
	readonly roles: readonly string[];
}) {
	const words = useWords();
	const { tokens: said } = words.access;
	const { now, me, nowMs, roles } = props;
	const [isMaking, setMaking] = useState(false);
	const mayMake = makesTokens({ name: me.person, way: me.way });
	return (
		<Part
			title={said.title}
			now={now}
			acts={
				mayMake && (
					<button
						type="button"
						className="btn small bare"
						onClick={() => setMaking(true)}
					>
						<Icon path={glyphs.plus} />
						{said.make}
					</button>
				)
			}
		>
			{({ tokens }) => (
				<>
					<p className="people-lead">
						{mayMake ? said.lead : problemSentence(words, notYours)}
					</p>
					{tokens.length === 0 ? (
						<p className="q">{said.none}</p>
					) : (
						<ul className="people-lines">
							{tokens.map((token) => (
								<Token
									key={token.id}
									{...{ token, nowMs }}
									isOthers={token.person !== me.person}
								/>
							))}
						</ul>
					)}
					{isMaking && (
						<MakeSecret
							of="tokens"
							roles={roles}
							linkOf={(secret) => secret}
							onClose={() => setMaking(false)}
						/>
					)}
				</>
			)}
		</Part>
	);
}

function Token(props: {
	readonly token: TokensReply["tokens"][number];
	readonly nowMs: number;
	readonly isOthers: boolean;
}) {
	const words = useWords();
	const { access, numbers } = words;
	const { tokens: said } = access;
	const { token, nowMs, isOthers } = props;
	const { change, isBusy, failure } = useChange();
	const moment = (iso: string) => numbers.moment(Date.parse(iso), nowMs);
	const told = [
		access.account.roles(token.roles.map((it) => brief(it, 60)).join(", ")),
		...(isOthers ? [said.by(brief(token.person, 80))] : []),
		said.expires(moment(token.expires)),
		said.used(token.used === null ? null : moment(token.used)),
	];
	return (
		<li>
			<div className="people-line">
				<bdi className="m">{brief(token.name, 80)}</bdi>
				<p className="q">{told.join(" · ")}</p>
				{failure !== null && (
					<p role="alert" className="people-missed">
						{problemSentence(words, failure)}
					</p>
				)}
			</div>
			<button
				type="button"
				className="btn small bare"
				aria-disabled={isBusy}
				onClick={() => change({ verb: "end token", token: token.id })}
			>
				{said.end}
				<span className="sr"> {said.endOf(brief(token.name, 80))}</span>
			</button>
		</li>
	);
}
