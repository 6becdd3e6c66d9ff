// What does one row say? The verdict, the backlog, its numbers, what will become of it, and why.
import { type ComponentType, memo, Suspense } from "react";
import { Time } from "#components/ui/time.tsx";
import { fittingFor } from "#lib/core/clean-up/fitting.ts";
import { reasonSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import { LineCells } from "./line-cells.tsx";
import { Name } from "./name.tsx";
import type { Picks } from "./use-picked.ts";

/** What the forecast says already is not said again. */
const quiet = ["caught up", "steady", "no group", "listened to"];

/** What can be done about one row; fetched once a row needs it. */
export type RowDeed = ComponentType<{
	readonly row: RowReply;
	readonly system: SystemReply;
}>;

export type Drawn = {
	readonly row: RowReply;
	readonly system: SystemReply | undefined;
	readonly rowIndex: number;
	readonly staleAtMs: number | null;
	readonly index: number;
};

export const Row = memo(function Row(
	props: Drawn & {
		/** Where rows lie in folds: on the board itself, or in one of them. */
		readonly level?: 1 | 2 | null;
		readonly Deed?: RowDeed | undefined;
		readonly picked?: boolean;
		readonly Pick?: Picks["Pick"];
		readonly onPick?: Picks["onPick"];
	},
) {
	const { row, system, rowIndex, staleAtMs, index, level, Deed } = props;
	const { picked = false, Pick, onPick } = props;
	const alarming = row.pace.out === 0 && (row.lag?.n ?? 0) > 0;
	const looks = ["r", row.verdict];
	const isFit = fittingFor(row) !== null;
	if (row.stale) looks.push("stale");
	if (level === 2) looks.push("inside");
	return (
		<tr
			data-index={index}
			className={looks.join(" ")}
			aria-rowindex={rowIndex}
			{...(picked ? { "aria-selected": true } : {})}
			{...(level ? { "aria-level": level } : {})}
		>
			<LineCells
				{...{ row, system, staleAtMs, alarming }}
				name={<Name row={row} system={system} />}
				pick={
					Pick &&
					onPick && (
						<Pick
							{...{ id: row.id, channel: row.channel, group: row.group }}
							{...{ onPick, isPicked: picked }}
						/>
					)
				}
				reason={
					<>
						<ReasonCell row={row} />
						{Deed && system && isFit ? (
							// Its words come later than the board, which is not hidden meanwhile.
							<Suspense>
								<Deed row={row} system={system} />
							</Suspense>
						) : null}
					</>
				}
			/>
		</tr>
	);
});

function ReasonCell({ row }: { readonly row: RowReply }) {
	const words = useWords();
	const { code } = row.reason;
	if (row.verdict === "healthy" && quiet.includes(code)) return null;
	const sentence = reasonSentence(words, row.reason);
	const dated = row.stale && !["broker silent", "part silent"].includes(code);
	if (!dated) return sentence;
	const ms = Date.parse(row.at);
	return (
		<>
			{sentence};{" "}
			<Time ms={ms} whole={words.numbers.wholly}>
				{words.board.valuesFrom(ms, ms)}
			</Time>
		</>
	);
}
