"use client";
// When was each broker last heard? Lamp, name, age and interval, those in trouble first; each leads to its page.
import Link from "next/link";
import { Icon } from "#components/ui/icon.tsx";
import { useShownMs } from "#components/ui/live.tsx";
import { Time } from "#components/ui/time.tsx";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { BrokerReply, SystemReply } from "#lib/wire/board.ts";
import { titleOf } from "./chip-title.ts";
import { type Asking, type Lamp, lampsOf } from "./truth.ts";

export function Strip(props: {
	readonly asking: Omit<Asking, "monotonicMs">;
	readonly stale: boolean;
	/** The broker whose page this is. */
	readonly here: string | null;
}) {
	const words = useWords();
	const shownMs = useShownMs();
	const { seen } = props.asking;
	const lamps = lampsOf({ ...props.asking, monotonicMs: shownMs });
	const calm = lamps.filter(({ freshness, index }) => {
		const parts = seen?.reply.brokers[index]?.parts ?? [];
		return freshness === "fresh" && parts.length === 0;
	}).length;
	return (
		<ul className="brokers" aria-label={words.strip.brokers}>
			{lamps.map((lamp) => {
				const broker = seen?.reply.brokers[lamp.index];
				const system = seen?.reply.systems.find(
					({ name }) => name === lamp.system,
				);
				return (
					broker && (
						<Chip
							key={lamp.name}
							lamp={lamp}
							broker={broker}
							system={system}
							stale={props.stale}
							here={broker.name === props.here}
						/>
					)
				);
			})}
			{calm > 0 && (
				<li className="broker broker-sum">
					<i className="lamp" />
					{calm === lamps.length
						? words.strip.all(calm)
						: words.strip.others(calm)}
				</li>
			)}
		</ul>
	);
}

function Chip(props: {
	readonly lamp: Lamp;
	readonly broker: BrokerReply;
	readonly system: SystemReply | undefined;
	readonly stale: boolean;
	readonly here: boolean;
}) {
	const words = useWords();
	const { lamp, broker, system, stale, here } = props;
	const look = lamp.freshness === "fresh" ? "fine" : lamp.freshness;
	const age = ageText(words, lamp, stale);
	const troubled = lamp.freshness === "fresh" && broker.parts.length > 0;
	return (
		<li className={`broker ${look}${troubled ? " partly" : ""}`}>
			<Link
				href={`/brokers/${encodeURIComponent(broker.name)}`}
				className="told"
				prefetch={false}
				title={[
					titleOf(words, broker),
					...(lamp.heardMs === null
						? []
						: [words.numbers.wholly(lamp.heardMs)]),
					words.strip.open,
				].join("\n")}
				{...(here ? { "aria-current": "page" as const } : {})}
			>
				<i className="lamp" />
				{system && <Icon path={system.icon} stroke={1.25} />}
				<b>
					<bdi>{brief(broker.name, 40)}</bdi>
				</b>
				<span className="ago">
					{lamp.heardMs === null ? age : <Time ms={lamp.heardMs}>{age}</Time>}
				</span>
				{!stale && (
					<span className="every">· {everyText(words, lamp, broker)}</span>
				)}
			</Link>
		</li>
	);
}

function ageText(words: Words, lamp: Lamp, stale: boolean): string {
	const { ageSeconds, freshness } = lamp;
	if (ageSeconds === null) return words.strip.never;
	if (stale || freshness === "fresh") return words.numbers.ago(ageSeconds);
	return freshness === "late"
		? words.strip.late(ageSeconds)
		: words.strip.silent(ageSeconds);
}

const everyText = (words: Words, lamp: Lamp, broker: BrokerReply): string =>
	lamp.freshness === "silent" && lamp.heardMs !== null
		? words.strip.last(lamp.heardMs)
		: words.strip.every(broker.everyMs / 1_000);
