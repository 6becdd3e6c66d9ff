// How many clients are connected, and are they nearly as many as the server allows? From its own description of itself.
import type { Connections } from "#lib/core/connections.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { numberIn } from "./version.ts";

const shortFrom = 0.9;

/** Its limit is for the sum of these: of clients, of replicas, which are no clients, and of what nodes of a cluster say to each other. */
const clients = "connected_clients";
const others = ["connected_slaves", "cluster_connections"] as const;

/** With a limit of 0 it would not have let us in: that is none told. */
export function connectionsIn(info: string): Connections {
	const open = numberIn(info, clients);
	const beside = othersIn(info).reduce((sum, [, n]) => sum + n, 0);
	return {
		open: open === null ? null : open + beside,
		most: numberIn(info, "maxclients") || null,
	};
}

export function crowdedIn(info: string): Trouble | null {
	const { open, most } = connectionsIn(info);
	if (open === null || most === null || open < shortFrom * most) return null;
	const said = [
		...[[clients, numberIn(info, clients)], ...othersIn(info)],
		["maxclients", most],
	].map(([name, n]) => `${name}:${n}`);
	return trouble("connections short", said.join(" "));
}

const othersIn = (info: string) =>
	others.flatMap((name) => {
		const n = numberIn(info, name) ?? 0;
		return n > 0 ? [[name, n] as const] : [];
	});
