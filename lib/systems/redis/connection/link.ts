// How does one connection stay well? It is made again when it breaks, and slowly when the server refuses us.
import { isIP } from "node:net";
import { Redis, type RedisOptions } from "ioredis";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Address } from "../../address.ts";
import { TroubleError } from "../../trouble-error.ts";
import { firstWordOf, troubleOf } from "./trouble-of.ts";

export type Link = {
	readonly secret: string;
	/** A client that is ready; throws the last trouble as soon as there is one. */
	client(): Promise<Redis>;
	/** Why there is no client now; null while there is, or before the first answer. */
	trouble(): Trouble | null;
	close(): void;
};

const refusedForMs = 30_000;

export function linkTo(address: Address): Link {
	const secret = address.password?.reveal() ?? "";
	let client: Redis | null = null;
	let last: Trouble | null = null;
	let refusedMs: number | null = null;
	let closed = false;

	function make(): Redis {
		refusedMs = null;
		const made = new Redis({
			...optionsOf(address),
			retryStrategy: (n) =>
				refusedMs !== null || closed ? null : Math.min(100 * 2 ** n, 5000),
		});
		made.on("ready", () => {
			if (refusedMs === null) last = null;
		});
		made.on("error", (error) => {
			last = troubleOf(error, secret) ?? trouble("not understood");
			if (!isRefusal(error)) return;
			refusedMs = performance.now();
			// After a refused SELECT the client would go on, in another database than the one we were given.
			made.disconnect();
		});
		return made;
	}

	return {
		secret,
		trouble: () => (client?.status === "ready" ? null : last),
		async client() {
			if (closed) throw new TroubleError(trouble("unreachable", "closed"));
			if (refusedMs !== null && performance.now() - refusedMs < refusedForMs)
				throw new TroubleError(last ?? trouble("sign-in refused"));
			if (client === null || client.status === "end") client = make();
			if (client.status === "ready" && refusedMs === null) return client;
			await readiness(client, () => last);
			return client;
		},
		close() {
			closed = true;
			client?.disconnect();
			// A frozen server never answers the goodbye that `disconnect` waits for.
			client?.stream?.destroy();
		},
	};
}

/** `connect` rejects with nothing but "Connection is closed."; the cause comes as an event before it. */
function readiness(client: Redis, last: () => Trouble | null): Promise<void> {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const fail = () =>
		reject(new TroubleError(last() ?? trouble("unreachable", "closed")));
	client.once("ready", resolve).once("error", fail).once("end", fail);
	if (client.status === "wait") client.connect().catch(() => undefined);
	return promise.finally(() => {
		client.off("ready", resolve).off("error", fail).off("end", fail);
	});
}

/** Replies that arrive as an event are those of the handshake. */
function isRefusal(error: Error): boolean {
	if (error.name !== "ReplyError") return false;
	const command = "command" in error ? error.command : null;
	const isSelect =
		typeof command === "object" &&
		command !== null &&
		"name" in command &&
		command.name === "select";
	return (
		isSelect || ["NOAUTH", "WRONGPASS", "NOPERM"].includes(firstWordOf(error))
	);
}

/** The library's own defaults wait for ever, and send unanswered commands again. */
function optionsOf(
	address: Address,
): RedisOptions & { replyMapping: "legacy" } {
	const [{ host, port } = { host: "", port: null }] = address.hosts;
	return {
		host,
		port: port ?? 6379,
		db: address.path === "" ? 0 : Number(address.path),
		...(address.user === null ? {} : { username: address.user }),
		...(address.password === null
			? {}
			: { password: address.password.reveal() }),
		...(address.scheme === "rediss"
			? { tls: isIP(host) ? {} : { servername: host } }
			: {}),
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
