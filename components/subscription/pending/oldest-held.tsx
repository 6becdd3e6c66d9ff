// For how long has the oldest been held that is not done, and is that longer than usual here?
import { Figure } from "#components/ui/figure.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";

export function OldestHeld(props: {
	readonly row: Pick<RowReply, "holding" | "oldestHeldSeconds">;
	readonly usualSeconds: number | null;
}) {
	const { subscription: words, numbers } = useWords();
	const { row, usualSeconds } = props;
	const age = row.holding === 0 ? null : row.oldestHeldSeconds;
	const isLong = age !== null && usualSeconds !== null && age > usualSeconds;
	const note =
		row.holding === 0
			? words.nothingHeld
			: usualSeconds === null
				? words.usualUnknown
				: words.usual(numbers.largest(usualSeconds));
	return (
		<Figure
			name={words.columns.oldestHeld}
			note={note}
			look={isLong ? "beyond-usual" : ""}
		>
			{age === null ? (
				<Unknown
					why={row.holding === 0 ? words.nothingHeld : numbers.notKnown}
				/>
			) : (
				numbers.precisely(age)
			)}
		</Figure>
	);
}
