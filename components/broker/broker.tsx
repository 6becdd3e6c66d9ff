"use client";
// Can what one broker says be believed, what does it carry, and which of its groups stand on no row?
import Link from "next/link";
import { GhostPage } from "#components/ui/ghosts.tsx";
import { useLive } from "#components/ui/live.tsx";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { Beside } from "./beside.tsx";
import { Facts } from "./facts.tsx";
import { Heading } from "./heading.tsx";
import { Standings } from "./standing.tsx";
import { Troubles } from "./troubles.tsx";
import type { BrokerNow } from "./use-broker.ts";
import { Verdicts } from "./verdicts.tsx";

export function Broker(props: { readonly now: BrokerNow }) {
	const { told } = props.now;
	if (told === null) return <Absent now={props.now} />;
	const { broker, counts } = told.reply;
	const isHeard = told.heardMs !== null;
	const isOld = broker.freshness !== "fresh" || broker.trouble !== null;
	return (
		<div className={isOld ? "page broker-page stale" : "page broker-page"}>
			<Heading told={told} />
			<Troubles broker={broker} />
			<Facts reply={told.reply} />
			{isHeard && <Verdicts broker={broker.name} counts={counts} />}
			{isHeard && <Standings standing={told.reply.standing} />}
			<Beside bystanders={told.reply.bystanders} isHeard={isHeard} />
		</div>
	);
}

function Absent(props: { readonly now: BrokerNow }) {
	const words = useWords();
	const { askNow } = useLive();
	const { problem } = props.now;
	if (problem === null)
		return <GhostPage className="broker-page" said={words.board.loading} />;
	const isUnknown = problem.code === "not found";
	const title = isUnknown ? words.brokerPage.gone : words.trouble.title;
	return (
		<section className="nothing">
			<title>{`${title} · Tidemark`}</title>
			<h1>{title}</h1>
			<p role="alert">{problemSentence(words, problem.detail)}</p>
			<p className="choices">
				<button type="button" className="btn" onClick={askNow}>
					{words.trouble.again}
				</button>
				<Link className="btn" href="/" prefetch={false}>
					{words.trouble.toBoard}
				</Link>
			</p>
		</section>
	);
}
