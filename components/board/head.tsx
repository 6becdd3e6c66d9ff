// What stands in each column, and by which one may the rows be sorted?
import { useWords } from "#lib/say/speech.tsx";
import type { BoardWords } from "#lib/say/words/words.ts";
import type { Sort } from "./address.ts";

type Column = {
	readonly key: keyof BoardWords["columns"];
	readonly className: string;
	readonly sort?: Sort;
};

export const columns: readonly Column[] = [
	{ key: "verdict", className: "c-verdict", sort: "gravity" },
	{ key: "subscription", className: "c-name", sort: "name" },
	{ key: "lag", className: "c-lag num", sort: "lag" },
	{ key: "spark", className: "c-spark" },
	{ key: "in", className: "c-in num" },
	{ key: "out", className: "c-out num" },
	{ key: "holding", className: "c-hold num", sort: "holding" },
	{ key: "members", className: "c-members" },
	{ key: "forecast", className: "c-forecast", sort: "margin" },
	{ key: "reason", className: "c-reason" },
];

/** Names go up from A, numbers come down from the most urgent: the server knows one direction for each. */
const direction = (sort: Sort) =>
	sort === "name" || sort === "broker" || sort === "margin"
		? "ascending"
		: "descending";

export function Head(props: {
	readonly sort: Sort;
	readonly onSort: (sort: Sort) => void;
}) {
	const { board } = useWords();
	return (
		<thead>
			<tr aria-rowindex={1}>
				{columns.map(({ key, className, sort }) => {
					const name = board.columns[key];
					const chosen = sort === props.sort;
					return (
						<th
							key={key}
							scope="col"
							className={chosen ? `${className} sort` : className}
							{...(chosen ? { "aria-sort": direction(props.sort) } : {})}
						>
							{sort === undefined ? (
								name
							) : (
								<button
									type="button"
									title={board.sortBy(name)}
									onClick={() => props.onSort(sort)}
								>
									{name}
									{chosen && <Arrow up={direction(sort) === "ascending"} />}
								</button>
							)}
						</th>
					);
				})}
			</tr>
		</thead>
	);
}

const Arrow = ({ up }: { readonly up: boolean }) => (
	<svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
		<path d={up ? "M4 1 7 6H1z" : "M4 7 1 2h6z"} fill="currentColor" />
	</svg>
);
