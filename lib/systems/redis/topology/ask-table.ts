// How does a cluster say where its slots lie? Whichever of its nodes answers first is believed, as far as it makes sense.
import { trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "../../trouble-error.ts";
import { ask } from "../connection/ask.ts";
import type { NodesConfigured } from "./configured.ts";
import type { Doors } from "./doors.ts";
import { type Table, tableOf } from "./table.ts";

export function askTable(
	doors: Doors,
	nodes: NodesConfigured,
	untilMs: number,
): Promise<Table> {
	return doors.first(untilMs, async (client, { secret }, at) => {
		const [answer] = await ask(client, secret, [["cluster", "SLOTS"]]);
		const error = answer?.error ?? null;
		if (error && /cluster support disabled/.test(error.message))
			throw new TroubleError(trouble("no cluster"));
		if (error) throw error;
		const found = tableOf(answer?.reply, at, nodes);
		if (found) return found;
		throw new TroubleError(trouble("not understood", "CLUSTER SLOTS"));
	});
}
