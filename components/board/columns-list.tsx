"use client";
// Which columns are shown? Chosen here, kept in the address and nowhere else.
import { useWords } from "#lib/say/speech.tsx";
import { optional, printShown, shownIn } from "./shown-columns.ts";

export function ColumnsList(props: {
	readonly columns: string | null;
	readonly onColumns: (columns: string | null) => void;
}) {
	const { board } = useWords();
	const shown = shownIn(props.columns);
	return optional.map((column) => (
		<label key={column}>
			<input
				type="checkbox"
				checked={shown.includes(column)}
				onChange={({ target: { checked } }) =>
					props.onColumns(
						printShown(
							optional.filter((it) =>
								it === column ? checked : shown.includes(it),
							),
						),
					)
				}
			/>
			{board.columns[column]}
		</label>
	));
}
