// Up to when is each resolution made? Of a broker its counts, of a subscription its cells.
import type { Tier } from "../../history/tiers.ts";
import { number } from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";

export const untilColumn: Readonly<Record<Tier, string>> = {
	1: "minutes_until",
	2: "tens_until",
	3: "hours_until",
};

export type Untils = Readonly<Record<Tier, number>>;

export type Rolled = Untils & { readonly n: number; readonly broker: string };

/** In a row of either. */
export function untilsIn(row: Cells | null): Untils {
	const until = (tier: Tier) => number(row?.[untilColumn[tier]]);
	return { 1: until(1), 2: until(2), 3: until(3) };
}

export const untilsOf = (connection: Connection, broker: string): Untils =>
	untilsIn(connection.one("SELECT * FROM past_broker WHERE name = ?", broker));
