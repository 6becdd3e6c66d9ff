// How is a server connected to? Options for the library, whose own defaults wait for ever and send unanswered commands again.
import type { ConnectionOptions } from "node:tls";
import type { RedisOptions } from "ioredis";
import type { Address } from "../../address.ts";
import { encryption } from "../../tls-setting.ts";
import type { Configured } from "./configured.ts";

export type Place = {
	readonly host: string;
	readonly port: number;
	/** Null where nothing is encrypted. */
	readonly tls: ConnectionOptions | null;
};

export function placeOf(address: Address, { tls }: Configured): Place {
	const [{ host, port } = { host: "", port: null }] = address.hosts;
	return {
		host,
		port: port ?? 6379,
		tls:
			tls !== null || address.scheme === "rediss"
				? encryption(tls, host)
				: null,
	};
}

export function optionsOf(
	address: Address,
	{ host, port, tls }: Place,
	protocol: 2 | 3,
): RedisOptions & { replyMapping: "legacy" } {
	return {
		...{ host, port, protocol },
		db: address.path === "" ? 0 : Number(address.path),
		...(address.user === null ? {} : { username: address.user }),
		...(address.password === null
			? {}
			: { password: address.password.reveal() }),
		...(tls === null ? {} : { tls }),
		replyMapping: "legacy",
		lazyConnect: true,
		connectTimeout: 3000,
		commandTimeout: 2000,
		// A little longer than a command: it closes a frozen socket, which the other leaves open and its queue growing.
		socketTimeout: 2500,
		maxRetriesPerRequest: 0,
		enableOfflineQueue: false,
		autoResendUnfulfilledCommands: false,
		autoResubscribe: false,
		// With it `connect` waits without an event while the server loads.
		enableReadyCheck: false,
		connectionName: "tidemark",
		clientInfoTag: "tidemark",
	};
}
