// Where is the management asked, and how is that encrypted?
import type { ConnectionOptions } from "node:tls";
import type { Address } from "../../address.ts";
import type { Place } from "../../places.ts";
import { encryption } from "../../tls-setting.ts";
import type { Configured } from "./configured.ts";
import { usualPort, usualTlsPort } from "./settings.ts";

export type Door = Place & {
	/** Null where nothing is encrypted. */
	readonly tls: ConnectionOptions | null;
};

/** Each node of a cluster tells all of it. */
export function doorsOf(
	{ scheme, hosts }: Address,
	{ tls }: Configured,
): readonly Door[] {
	const isEncrypted = tls !== null || scheme === "rabbitmqs";
	return hosts.map(({ host, port }) => ({
		host,
		port: port ?? (isEncrypted ? usualTlsPort : usualPort),
		tls: isEncrypted ? encryption(tls, host) : null,
	}));
}
