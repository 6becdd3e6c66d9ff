// Which subscriptions lie beside one: other groups of its channel, other channels of its group?
import { quote } from "#lib/core/filter/token.ts";
import type { BoardReply, RowReply } from "#lib/wire/board.ts";

export type Near = "groups" | "channels";
type Named = Pick<RowReply, "id" | "broker" | "kind" | "channel" | "group">;

export const nearMost = 5;

/** One more than is shown, since this one is among them. */
export const nearPath = (row: Named, near: Near): string =>
	`/api/board?${new URLSearchParams({ filter: filterOf(row, near), limit: String(nearMost + 1) })}`;

export const boardOf = (row: Named, near: Near): string =>
	`/?${new URLSearchParams({ filter: filterOf(row, near), fold: "none" })}`;

/** In a pattern `*` stands for anything: a name with one in it finds others besides, which the answer is cleared of. */
function filterOf({ broker, channel, group }: Named, near: Near): string {
	const one =
		near === "groups"
			? `channel:${quote(channel)}`
			: `group:${quote(group ?? "")}`;
	return `broker:${quote(broker)} ${one}`;
}

export function nearIn(
	{ rows, total }: Pick<BoardReply, "rows" | "total">,
	row: Named,
	near: Near,
): { readonly rows: readonly RowReply[]; readonly more: number } {
	const isSame = (other: Named) =>
		near === "groups"
			? other.channel === row.channel
			: other.group === row.group;
	const others = rows.filter((other) => other.id !== row.id);
	const told = others.filter(isSame).slice(0, nearMost);
	const isAmong = others.length < rows.length || total > rows.length;
	const strange = others.length - others.filter(isSame).length;
	const more = total - (isAmong ? 1 : 0) - strange - told.length;
	return { rows: told, more: Math.max(0, more) };
}
