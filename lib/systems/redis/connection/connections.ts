// How many clients are connected, and are they nearly as many as the server allows? From its own description of itself.
import type { Connections } from "#lib/core/connections.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { numberIn } from "./version.ts";

const shortFrom = 0.9;

/** With a limit of 0 it would not have let us in: that is none told. */
export const connectionsIn = (info: string): Connections => ({
	open: numberIn(info, "connected_clients"),
	most: numberIn(info, "maxclients") || null,
});

export function crowdedIn(info: string): Trouble | null {
	const { open, most } = connectionsIn(info);
	if (open === null || most === null || open < shortFrom * most) return null;
	const said = `connected_clients:${open} maxclients:${most}`;
	return trouble("connections short", said);
}
