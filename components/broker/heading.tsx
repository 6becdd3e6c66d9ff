"use client";
// Which broker is this, where, and how old is what is known of it?
import Link from "next/link";
import { Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import { type Told, useServerNow } from "./use-broker.ts";

export function Heading(props: { readonly told: Told }) {
	const words = useWords();
	const { told } = props;
	const { broker, system } = told.reply;
	const isPartly = broker.freshness === "fresh" && broker.parts.length > 0;
	return (
		<>
			<title>{`${brief(broker.name, 60)} · Tidemark`}</title>
			<nav className="crumb">
				<Link href="/" prefetch={false}>
					{words.bar.board}
				</Link>
				<span aria-hidden="true">/</span>
				<span>{words.brokerPage.broker}</span>
			</nav>
			<h1 className="h-page broker-title">
				<Icon path={system.icon} size="m" stroke={1.25} label={system.label} />
				<bdi>{shown(broker.name)}</bdi>
				<span
					className={`broker-state ${broker.freshness}${isPartly ? " partly" : ""}`}
				>
					<i className="broker-lamp" />
					{told.heardMs === null
						? words.brokerPage.never
						: words.brokerPage.freshness[broker.freshness]}
				</span>
			</h1>
			<p className="broker-address mono">{shown(broker.address)}</p>
			<Age told={told} />
		</>
	);
}

/** By itself, so that the seconds draw nothing else again. */
function Age(props: { readonly told: Told }) {
	const words = useWords();
	const nowMs = useServerNow(props.told);
	const { heardMs } = props.told;
	const said = ageText(words, props.told, nowMs);
	return (
		<p className="broker-age">
			{heardMs === null ? (
				said
			) : (
				<Time ms={heardMs} whole={words.numbers.wholly} stop={0}>
					{said}
				</Time>
			)}
		</p>
	);
}

function ageText(words: Words, told: Told, nowMs: number): string {
	const { broker } = told.reply;
	const { heardMs } = told;
	const everySeconds = broker.everyMs / 1_000;
	if (heardMs === null) return words.brokerPage.asked(everySeconds);
	const seconds = (nowMs - heardMs) / 1_000;
	const heard = words.brokerPage.heard(seconds, everySeconds);
	const isOld = broker.freshness !== "fresh" || broker.trouble !== null;
	return isOld
		? `${heard}. ${words.brokerPage.valuesFrom(heardMs, nowMs)}`
		: heard;
}
