// Which subscription is this, how does it stand, since when and why? With the age of the evidence.

import Link from "next/link";
import type { ReactNode } from "react";
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import { Copy } from "#components/ui/copy.tsx";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { reasonSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SubscriptionReply } from "#lib/wire/board.ts";
import { commandFor } from "#lib/wire/command-for.ts";
import { type Clock, useServerNow } from "./clock.ts";
import { Notes } from "./notes.tsx";

export function Heading(props: {
	readonly reply: SubscriptionReply;
	readonly clock: Clock;
	/** What can be done about it. */
	readonly children?: ReactNode;
}) {
	const words = useWords();
	const { reply, clock } = props;
	const { row, system } = reply;
	const kind = system.kinds[row.kind];
	const names = [row.channel, row.group]
		.filter((name) => name !== null)
		.map((name) => brief(name, 60));
	const kindWords = [
		kind?.channel[words.language] ?? row.kind,
		row.group === null ? null : (kind?.group?.[words.language] ?? null),
	].filter((word) => word !== null);
	const command = commandFor(row, {
		brokers: [reply.broker],
		systems: [system],
	});
	return (
		<>
			<title>{`${names.join(" → ")} · Tidemark`}</title>
			<nav className="crumb">
				<Link href="/" prefetch={false}>
					{words.bar.board}
				</Link>
				<span aria-hidden="true">/</span>
				<Link
					href={`/brokers/${encodeURIComponent(row.broker)}`}
					prefetch={false}
				>
					<bdi>{shown(row.broker)}</bdi>
				</Link>
				<span aria-hidden="true">/</span>
				<span>{kindWords.join(", ")}</span>
			</nav>
			<h1 className="h-page s-title">
				<Icon path={system.icon} size="m" stroke={1.25} label={system.label} />
				<bdi>{shown(row.channel)}</bdi>
				{row.group !== null && (
					<>
						<Icon path={glyphs.to} className="to" />
						<bdi>{shown(row.group)}</bdi>
					</>
				)}
				<span className="s-verdict">
					<VerdictMark verdict={row.verdict} big>
						{words.verdicts[row.verdict]}
					</VerdictMark>
				</span>
				<Since iso={row.since} nowMs={clock.serverMs} />
				{command !== null && (
					<Copy
						text={command}
						copy={words.subscription.copyCommand}
						copied={words.subscription.copiedCommand}
					/>
				)}
			</h1>
			<div className="s-head">
				<div>
					<p className="say">{reasonSentence(words, row.reason)}</p>
					<Notes notes={row.notes} />
					<Evidence reply={reply} clock={clock} />
				</div>
				{props.children}
			</div>
		</>
	);
}

function Since(props: { readonly iso: string; readonly nowMs: number }) {
	const { numbers, subscription } = useWords();
	const sinceMs = Date.parse(props.iso);
	const lasting = numbers.duration((props.nowMs - sinceMs) / 1_000);
	return (
		<Time look="s-since" ms={sinceMs} whole={numbers.wholly} stop={0}>
			{subscription.since(numbers.moment(sinceMs, props.nowMs), lasting)}
		</Time>
	);
}

function Evidence(props: {
	readonly reply: SubscriptionReply;
	readonly clock: Clock;
}) {
	const { subscription, numbers } = useWords();
	const { row } = props.reply;
	const nowMs = useServerNow(props.clock);
	const atMs = Date.parse(row.at);
	return (
		<p className="s-evidence">
			<Time ms={atMs} whole={numbers.wholly} stop={0}>
				{row.stale
					? subscription.valuesFrom(atMs, nowMs)
					: subscription.heard(
							(nowMs - atMs) / 1_000,
							Number(row.reason.values.readings ?? 0),
							Number(row.reason.values.windowSeconds ?? 0),
						)}
			</Time>
		</p>
	);
}
