// Which family is this line? Its name with what differs marked, who reads it, and how many rows lie in it.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { fromGrave } from "#lib/core/verdict.ts";
import { brief, shown } from "#lib/say/name.ts";
import { reasonSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { FoldReply, RowReply, SystemReply } from "#lib/wire/board.ts";
import { piecesOf, writtenName } from "./folded.ts";

export function FoldName(props: {
	readonly fold: FoldReply;
	/** The gravest of them. */
	readonly row: RowReply;
	readonly system: SystemReply | undefined;
	readonly open: boolean;
	readonly onToggle: () => void;
}) {
	const words = useWords();
	const { fold, row, system, open, onToggle } = props;
	const said = words.board.fold;
	const names = [writtenName(fold.name)];
	if (row.group !== null) names.push(shown(row.group));
	const counts = fromGrave
		.filter((verdict) => (fold.counts[verdict] ?? 0) > 0)
		.map((it) => said.counted(fold.counts[it] ?? 0, words.verdicts[it]));
	const title = [
		`${names.join(" → ")}, ${shown(row.broker)}`,
		`${said.rows(fold.rows, fold.of)}: ${counts.join(", ")}`,
		`${shown(row.channel)}: ${reasonSentence(words, row.reason)}`,
	];
	return (
		<button
			type="button"
			className="name"
			aria-expanded={open}
			title={title.join("\n")}
			onClick={onToggle}
		>
			<Icon path={open ? glyphs.open : glyphs.closed} className="turn" />
			{system && <Icon path={system.icon} stroke={1.25} label={system.label} />}
			<bdi className="chan">
				{piecesOf(fold.name).map(({ text, differs }, i) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one name have no other key and never move
					<span key={i} className={differs ? "differs" : "shared"}>
						{text}
					</span>
				))}
			</bdi>
			{row.group === null ? (
				<span className="kind">
					{system?.kinds[row.kind]?.channel[words.language] ?? brief(row.kind)}
				</span>
			) : (
				<>
					<Icon path={glyphs.to} className="to" />
					<bdi className="grp">{brief(row.group)}</bdi>
				</>
			)}
			<span className="many">
				<span aria-hidden="true">{said.rowsBriefly(fold.rows, fold.of)}</span>
				<span className="sr">{said.rows(fold.rows, fold.of)}</span>
			</span>
			<bdi className="at">{brief(row.broker, 40)}</bdi>
		</button>
	);
}
