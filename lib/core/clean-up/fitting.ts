// Which clean-up do most come for, as a subscription stands? What a button offers first, and what a notice links to.
import type { Row } from "../board.ts";
import type { Action } from "./clean-up.ts";

export type FittingRow = {
	readonly verdict: Row["verdict"];
	readonly group: Row["group"];
	readonly holding: Row["holding"];
	/** On the wire a code is any text. */
	readonly reason: { readonly code: string };
	readonly members: {
		readonly dead: number | null;
		readonly stuck: number | null;
	} | null;
};

export type FittingAction = Exclude<Action, "undo" | "evict">;

export function fittingFor(row: FittingRow): FittingAction | null {
	const dead = row.members?.dead ?? 0;
	const stuck = row.members?.stuck ?? 0;
	if (row.reason.code === "held still") return "recover";
	if (row.group === null) return null;
	if (row.reason.code === "not subscribed") return "forget";
	if (row.verdict === "abandoned") return "destroy";
	if (row.reason.code === "ahead of the log") return "reset";
	if (row.reason.code === "held by absent") return "reclaim";
	if (row.reason.code === "delivered again") return "park";
	if (dead > 0) return row.holding === 0 ? "remove" : "reclaim";
	return stuck > 0 && row.holding !== 0 ? "reclaim" : null;
}
