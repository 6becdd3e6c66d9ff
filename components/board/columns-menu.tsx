"use client";
// Which columns are shown? Chosen here, kept in the address and nowhere else.
import { Menu } from "#components/ui/menu.tsx";
import { useWords } from "#lib/say/speech.tsx";
import { optional, printShown, shownIn } from "./shown-columns.ts";

export function ColumnsMenu(props: {
	readonly columns: string | null;
	readonly onColumns: (columns: string | null) => void;
}) {
	const { board } = useWords();
	const shown = shownIn(props.columns);
	return (
		<Menu label={board.chooseColumns}>
			{optional.map((column) => (
				<label key={column}>
					<input
						type="checkbox"
						checked={shown.includes(column)}
						onChange={(event) =>
							props.onColumns(
								printShown(
									optional.filter((it) =>
										it === column ? event.target.checked : shown.includes(it),
									),
								),
							)
						}
					/>
					{board.columns[column]}
				</label>
			))}
		</Menu>
	);
}
