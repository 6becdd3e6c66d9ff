// Which commands would do the same to a group by hand?
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { HeldRow } from "../../looks/replies.ts";
import type { Place } from "./group-now.ts";

/** A copy cannot be made by hand without its contents, which nobody reads here. */
export function heldCommands(
	place: Place,
	cleanUp: CleanUp,
	rows: readonly HeldRow[],
	atMs: number,
): readonly (readonly (string | number)[])[] | null {
	if (cleanUp.action !== "reclaim") return null;
	const { channel, group } = place.subscription;
	const names = [channel, group ?? ""];
	switch (cleanUp.fate) {
		case "hand over":
			return rows.map(({ id, idleMs, deliveries }) => [
				...["XCLAIM", ...names, cleanUp.to ?? "", idleMs ?? 0, id],
				...["TIME", atMs - (idleMs ?? 0), "RETRYCOUNT", deliveries ?? 1],
				"JUSTID",
			]);
		case "acknowledge":
			return ackCommands(
				place,
				rows.map(({ id }) => id),
			);
		case null:
			return [];
		default:
			return null;
	}
}

export const ackCommands = (
	{ subscription: { channel, group } }: Place,
	ids: readonly string[],
) => ids.map((id) => ["XACK", channel, group ?? "", id]);

export const removeCommands = (
	{ subscription: { channel, group } }: Place,
	names: readonly string[],
) => names.map((name) => ["XGROUP", "DELCONSUMER", channel, group ?? "", name]);
