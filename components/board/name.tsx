// Which backlog is this row? The channel and who reads it, each as text in which nothing can hide.
import Link from "next/link";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { brief, shown } from "#lib/say/name.ts";
import { reasonSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import { forecastOf } from "./forecast.ts";

export function Name(props: {
	readonly row: RowReply;
	readonly system: SystemReply | undefined;
}) {
	const words = useWords();
	const { row, system } = props;
	const kind = system?.kinds[row.kind];
	const parts = [shown(row.channel)];
	if (row.group !== null) parts.push(shown(row.group));
	const title = [
		`${parts.join(" → ")}, ${shown(row.broker)}`,
		reasonSentence(words, row.reason),
	];
	const forecast = forecastOf(row);
	if (forecast !== null && "seconds" in forecast) {
		const dueMs = Date.parse(row.at) + forecast.seconds * 1_000;
		const said = words.board.forecast[forecast.is](forecast.seconds);
		title.push(`${said}: ${words.numbers.wholly(dueMs)}`);
	}
	return (
		<Link
			className="name"
			href={`/subscriptions/${encodeURIComponent(row.id)}`}
			prefetch={false}
			title={title.join("\n")}
		>
			{system && <Icon path={system.icon} stroke={1.25} label={system.label} />}
			<bdi className="chan">{brief(row.channel)}</bdi>
			{row.group === null ? (
				<span className="kind">
					{kind ? kind.channel[words.language] : brief(row.kind)}
				</span>
			) : (
				<>
					<Icon path={glyphs.to} className="to" />
					<bdi className="grp">{brief(row.group)}</bdi>
				</>
			)}
			<bdi className="at">{brief(row.broker, 40)}</bdi>
		</Link>
	);
}
