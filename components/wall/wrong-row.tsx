"use client";
// How is one backlog told from five metres? Verdict, name, why, and what will become of it.
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { wallWords } from "#lib/say/apart/wall.ts";
import { brief, shown } from "#lib/say/name.ts";
import { reasonSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import type { Loss } from "./told.ts";

type Drawn = {
	readonly row: RowReply;
	readonly loss: Loss;
	readonly system: SystemReply | undefined;
};

export function Hero({ row, loss, system }: Drawn) {
	const words = useWords();
	const wall = wallWords[words.language];
	const { numbers } = words;
	const facts = [];
	if (row.lag !== null && row.lag.n > 0)
		facts.push(wall.waits(numbers.amount(row.lag)));
	if (row.pace.in !== null && row.pace.out !== null)
		facts.push(
			wall.flow(numbers.pace(row.pace.in), numbers.pace(row.pace.out)),
		);
	return (
		<section className="wall-hero">
			<div className="wall-line">
				<span className="wall-badge">
					<VerdictIcon verdict={row.verdict} />
					{words.verdicts[row.verdict]}
				</span>
				<Named row={row} system={system} />
			</div>
			<p className="wall-big">
				{lossText(words, loss) ?? words.verdicts.losing}
			</p>
			<p className="wall-why">
				{reasonSentence(words, row.reason)}.
				{facts.length > 0 && ` ${facts.join("; ")}.`}
			</p>
		</section>
	);
}

export function WrongRow({ row, loss, system }: Drawn) {
	const words = useWords();
	const lossTold = lossText(words, loss);
	return (
		<li className={`l-${row.verdict}`}>
			<span className="wall-verdict">
				<VerdictIcon verdict={row.verdict} />
				{words.verdicts[row.verdict]}
			</span>
			<Named row={row} system={system} />
			<span className="wall-why">{reasonSentence(words, row.reason)}</span>
			<span className={lossTold === null ? "wall-end" : "wall-end loss"}>
				{lossTold ?? endText(words, row)}
			</span>
		</li>
	);
}

function Named(props: Pick<Drawn, "row" | "system">) {
	const { row, system } = props;
	const kind = system?.kinds[row.kind];
	const { language } = useWords();
	return (
		<span
			className="wall-name"
			title={`${shown(row.channel)}${row.group === null ? "" : ` → ${shown(row.group)}`}, ${shown(row.broker)}`}
		>
			{system && <Icon path={system.icon} stroke={1.25} label={system.label} />}
			<b>
				<bdi>{brief(row.channel)}</bdi>
			</b>
			{row.group === null ? (
				<span className="q">{kind ? kind.channel[language] : ""}</span>
			) : (
				<>
					<Icon path={glyphs.to} className="to" />
					<bdi>{brief(row.group)}</bdi>
				</>
			)}
		</span>
	);
}

const lossText = (words: Words, loss: Loss): string | null =>
	loss === null
		? null
		: loss === "lost"
			? words.board.forecast.lost
			: words.board.forecast.loses(loss);

/** Held messages where these are the trouble, else what waits; a dash where nobody knows. */
function endText(words: Words, row: RowReply): string {
	const isHeld = ["held by absent", "delivered again"].includes(
		row.reason.code,
	);
	if (row.holding !== null && row.holding > 0 && (isHeld || row.lag?.n === 0))
		return wallWords[words.language].held(row.holding);
	return row.lag === null ? "—" : words.numbers.amount(row.lag);
}
