// What stands in place of rows? The frame of a table while they come; what is said when there are none is fetched then.
import { lazy } from "react";
import { useWords } from "#lib/say/speech.tsx";
import { columns, Head } from "./head.tsx";

export const NoRows = lazy(async () => ({
	default: (await import("./nothing.tsx")).NoRows,
}));
export const NoMatch = lazy(async () => ({
	default: (await import("./nothing.tsx")).NoMatch,
}));
export const Trouble = lazy(async () => ({
	default: (await import("./nothing.tsx")).Trouble,
}));

const rows = Array.from({ length: 24 }, (_, index) => index);
const nothing = () => {};

export function Skeleton() {
	const { board } = useWords();
	return (
		<div aria-busy="true" className="skeleton">
			<span className="sr">{board.loading}</span>
			<table className="board" aria-hidden="true" inert>
				<colgroup>
					{columns.map(({ key, className }) => (
						<col key={key} className={className} />
					))}
				</colgroup>
				<Head sort="gravity" onSort={nothing} />
				<tbody>
					{rows.map((row) => (
						<tr key={row} className="r">
							{columns.map(({ key, className }) => (
								<td key={key} className={className} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
