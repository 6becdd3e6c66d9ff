// How does one connection stay well? Whoever asks makes it again when it broke, and seldom when the server refuses us.
import { Redis } from "ioredis";
import { type Trouble, type TroubleCode, trouble } from "#lib/core/trouble.ts";
import type { Address } from "../../address.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Configured } from "./configured.ts";
import { askAtDoor } from "./doorstep.ts";
import { knock } from "./knock.ts";
import { optionsOf, type Place, placeOf } from "./options.ts";
import { troubleOf } from "./trouble-of.ts";

export type LinkOptions = {
	/** A copy inside a cluster then answers itself, and does not send us to its original. */
	readonly readOnly?: boolean;
};

export type Link = {
	readonly secret: string;
	/** A client that is ready; throws the last trouble as soon as there is one. */
	client(): Promise<Redis>;
	/** Why there is no client now; null while there is, or before the first answer. */
	trouble(): Trouble | null;
	close(): void;
};

const refusedForMs = 30_000;
/** A greeting that is not answered for so long may be one the server cannot understand. */
const greetingMs = 1000;
const hungUp = "it closed the connection";

export function linkTo(
	address: Address,
	configured: Configured,
	{ readOnly = false }: LinkOptions = {},
): Link {
	const secret = address.password?.reveal() ?? "";
	const place = placeOf(address, configured);
	const options = optionsOf(address, place, configured.protocol);
	let client: Redis | null = null;
	let last: Trouble | null = null;
	let refusedMs: number | null = null;
	let asking: Promise<void> | null = null;
	let askedMs: number | null = null;
	let closed = false;

	function make(): Redis {
		refusedMs = null;
		let wasReady = false;
		const made = new Redis({
			...{ ...options, readOnly },
			// Each question makes one attempt and hears how it went; a timer between them would keep both waiting.
			retryStrategy: () => null,
		});
		const refuse = (why: Trouble) => {
			last = why;
			refusedMs = performance.now();
			// After a refused SELECT the client would go on, in another database than the one we were given.
			made.disconnect();
		};
		const ask = () => {
			const sinceMs = performance.now() - (askedMs ?? -refusedForMs);
			if (wasReady || closed || sinceMs < refusedForMs) return;
			askedMs = performance.now();
			asking = askAtDoor(place)
				.then((found) => {
					if (found !== null && !wasReady) refuse(found);
				})
				.finally(() => {
					asking = null;
				});
		};
		let greeting: NodeJS.Timeout | undefined;
		made.on("connecting", () => {
			wasReady = false;
			if (place.tls !== null) greeting = setTimeout(ask, greetingMs).unref();
		});
		made.on("ready", () => {
			wasReady = true;
			if (refusedMs === null) last = null;
		});
		made.on("error", (error) => {
			// What comes after a refusal only says that we hung up.
			if (refusedMs !== null) return;
			last = troubleOf(error, secret) ?? trouble("not understood");
			if (isRefusal(error, last.code)) refuse(last);
			else if (isHangingUp(error)) ask();
		});
		made.on("close", () => {
			clearTimeout(greeting);
			last ??= trouble("unreachable", hungUp);
			if (last.detail === hungUp) ask();
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
			if (client === null || isOver(client)) client = make();
			if (client.status === "ready" && refusedMs === null) return client;
			await readiness(client).catch(async () => {
				await asking;
				const said = await saidBy(place, last);
				if (said !== null) last = troubleOf(said, secret);
				throw new TroubleError(last ?? trouble("unreachable", "closed"));
			});
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

/** Its end comes as an event, a moment after it was given up. */
const isOver = ({ status, stream }: Redis): boolean =>
	status === "end" || (status === "ready" && stream.destroyed);

/** `connect` rejects with nothing but "Connection is closed."; the cause comes as an event before it. */
function readiness(client: Redis): Promise<void> {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const failures = ["error", "close", "end"] as const;
	client.once("ready", resolve);
	for (const event of failures) client.once(event, reject);
	if (client.status === "wait") client.connect().catch(() => undefined);
	return promise.finally(() => {
		client.off("ready", resolve);
		for (const event of failures) client.off(event, reject);
	});
}

const isHangingUp = (error: Error): boolean =>
	"code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");

const saidBy = async (place: Place, last: Trouble | null) =>
	last?.code === "unreachable" && /EPIPE|ECONNRESET|closed/.test(last.detail)
		? await knock(place)
		: null;

const refusals: ReadonlySet<TroubleCode> = new Set([
	"sign-in refused",
	"sign-in wanted",
	"sign-in unasked",
	"right missing",
	"no such database",
]);

/** Replies that arrive as an event are those of the handshake. */
function isRefusal(error: Error, code: TroubleCode): boolean {
	if (error.name !== "ReplyError") return false;
	const command = "command" in error ? error.command : null;
	const isSelect =
		typeof command === "object" &&
		command !== null &&
		"name" in command &&
		command.name === "select";
	return isSelect || refusals.has(code);
}
