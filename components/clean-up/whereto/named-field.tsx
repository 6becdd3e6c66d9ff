"use client";
// Which name, of those that the board knows? Typed, or chosen from what fits.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRested } from "#components/ui/rested.ts";
import { brief } from "#lib/say/name.ts";
import { askWhole } from "#lib/wire/ask.ts";
import { boardReply, type RowReply } from "#lib/wire/board.ts";

const restMs = 150;
const rowsMax = 50;
const namesMost = 6;

export function NamedField(props: {
	readonly label: string;
	readonly value: string;
	/** Which rows have such names, with what was typed so far. */
	readonly filterFor: (typed: string) => string;
	readonly nameOf: (row: RowReply) => string | null;
	readonly isFirst?: boolean;
	readonly onType: (name: string) => void;
	readonly onChoose: (name: string) => void;
}) {
	const { label, value, filterFor, nameOf, isFirst, onType, onChoose } = props;
	const rows = useRows(filterFor(useRested(value, restMs)));
	const names = [...new Set(rows.flatMap((row) => nameOf(row) ?? []))];
	const fitting = names.filter((name) => name !== value && holds(name, value));
	return (
		<div className="w-row">
			<label className="w-wide">
				{label}
				<input
					className="field"
					autoComplete="off"
					autoCapitalize="off"
					spellCheck={false}
					value={value}
					{...(isFirst ? { "data-first": true } : {})}
					onChange={({ target }) => onType(target.value)}
				/>
			</label>
			{fitting
				.toSorted()
				.slice(0, namesMost)
				.map((name) => (
					<button
						key={name}
						type="button"
						className="btn small"
						onClick={() => onChoose(name)}
					>
						<bdi>{brief(name, 40)}</bdi>
					</button>
				))}
		</div>
	);
}

const holds = (name: string, typed: string): boolean =>
	name.toLowerCase().includes(typed.toLowerCase());

function useRows(filter: string): readonly RowReply[] {
	const query = useQuery({
		queryKey: ["names", filter],
		queryFn: ({ signal }) => {
			const asked = new URLSearchParams({ filter, limit: String(rowsMax) });
			const path = `/api/board?${asked}`;
			return askWhole({ path, schema: boardReply, signal });
		},
		placeholderData: keepPreviousData,
		...{ retry: false, staleTime: 5_000, networkMode: "always" as const },
	});
	return query.data?.rows ?? [];
}
