"use client";
// Who is signed in here, and do they see all? Their first letters in the bar; behind them how they came in, what they may, and the way out.
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useLive } from "#components/ui/live.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { scopeOf } from "#lib/core/people/rights.ts";
import { grantSaid, placeSaid } from "#lib/say/access-sentence.ts";
import { accountWords } from "#lib/say/apart/account.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SessionReply } from "#lib/wire/session.ts";
import { sessionAsked } from "#lib/wire/session-asked.ts";
import { goOut } from "#lib/wire/sign-out.ts";
import { initialsOf } from "./initials.ts";

const everyMs = 60_000;

export function Account() {
	const { language } = useWords();
	const { pausedMs } = useLive();
	// Roles change while a screen is open: what it believes of them is asked for anew.
	const me = useQuery({
		...sessionAsked,
		refetchInterval: pausedMs === null && everyMs,
	}).data;
	if (me === undefined) return null;
	const name = brief(me.person, 40);
	return (
		<Menu
			label={`${accountWords[language]}: ${name}`}
			className="tool account-tool"
			face={
				<>
					<i className="initials" aria-hidden="true">
						{initialsOf(me.person)}
					</i>
					<span className="sr">
						{accountWords[language]}: <bdi>{name}</bdi>
					</span>
				</>
			}
		>
			<Inside me={me} />
		</Menu>
	);
}

function Inside({ me }: { readonly me: SessionReply }) {
	const words = useWords();
	const { access } = words;
	const { account: said, ways } = access;
	const lines = me.leave.rights.map((grant) => grantSaid(words, grant));
	return (
		<div className="account-menu">
			<p>
				<bdi className="m">{brief(me.person, 80)}</bdi>
				<span className="q2">{ways[me.way]}</span>
			</p>
			<p className="q2">
				{said.roles(me.roles.map((role) => brief(role, 60)).join(", "))}
			</p>
			<ul>
				{[...new Set(lines)].map((line) => (
					<li key={line} className="q">
						{line}
					</li>
				))}
			</ul>
			<Link href="/people" prefetch={false}>
				{me.tendsPeople ? said.toPeople : said.toAccount}
			</Link>
			<button type="button" onClick={goOut}>
				{said.signOut}
			</button>
		</div>
	);
}

/** Does whoever looks see a part only? Told once, so that nobody takes it for the whole. */
export function Partly() {
	const me = useQuery(sessionAsked).data;
	const scope = me === undefined ? null : scopeOf(me.leave.rights, ["see"]);
	return scope && <Told scope={scope} />;
}

/** The words come late as well, and only for whom they are said. */
function Told(props: {
	readonly scope: NonNullable<ReturnType<typeof scopeOf>>;
}) {
	const words = useWords();
	const place = placeSaid(words, props.scope);
	return (
		place && (
			<p className="partly" title={words.access.seesOnly(place)}>
				{words.access.seesOnly(place)}
			</p>
		)
	);
}
