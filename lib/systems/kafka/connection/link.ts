// How is one node asked, so that a silent one costs no more than its deadline?
import { Connection, type ConnectionOptions } from "@platformatic/kafka";
import type { Trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import type { Request } from "../protocol/request.ts";
import { apiVersions, type Offers, versionOf } from "./offers.ts";
import { send } from "./send.ts";
import { Traffic } from "./traffic.ts";
import { ClosedAtOnce, isDying, Silence, troubleOf } from "./trouble-of.ts";
import { watched } from "./watched.ts";
import { within } from "./within.ts";

type Open = {
	readonly connection: Connection;
	readonly offers: Offers;
	/** It answered something that needs a login. */
	served: boolean;
};

/** What was to be told surely never left: nothing of it was done. */
export class NeverSent extends Error {}

/** A wrong password is tried again only so often: each try is a failed login at the broker, and may lock the user out. */
const refusalRestsMs = 30_000;

export class Link {
	readonly host: string;
	readonly port: number;
	readonly traffic = new Traffic();
	/** The last question was answered: this node is asked first when any will do. */
	answers = false;
	/** As its last connection told; null also before the first. */
	release: string | null = null;
	readonly #options: ConnectionOptions;
	#opening: Promise<Open> | null = null;
	#connection: Connection | null = null;
	#isEnded = false;
	/** Why we closed the connection that stood last, if we did. */
	#excess: TroubleError | null = null;
	#refusal: { readonly error: unknown; readonly atMs: number } | null = null;

	constructor(host: string, port: number, options: ConnectionOptions) {
		this.host = host;
		this.port = port;
		this.#options = options;
	}

	/** `untilMs` is on the clock of `performance.now()`. */
	async ask<Answer>(
		request: Request<Answer>,
		untilMs: number,
	): Promise<Answer> {
		try {
			const answer = await this.#askOnce(request, untilMs).catch((error) => {
				const broke = isDying(error) || error instanceof ClosedAtOnce;
				if (!broke || performance.now() >= untilMs) throw error;
				// It broke since the last tick, which is no outage if it opens again now.
				return this.#askOnce(request, untilMs);
			});
			this.answers = true;
			return answer;
		} catch (error) {
			this.answers = false;
			throw error;
		}
	}

	/** Sent once or not at all, for what changes something. Fails with a NeverSent where it was not. */
	async tell<Answer>(
		request: Request<Answer>,
		untilMs: number,
	): Promise<Answer> {
		let isSent = false;
		const sending = () => {
			isSent = true;
		};
		try {
			return await this.#askOnce(request, untilMs, sending);
		} catch (error) {
			throw isSent ? error : new NeverSent("never sent", { cause: error });
		}
	}

	/** Nothing is sent here, and every question is answered with why. */
	bar(reason: Trouble): void {
		this.#refusal = { error: new TroubleError(reason), atMs: Infinity };
	}

	/** For good: a question under way must not open it again. */
	end(): void {
		this.#isEnded = true;
		this.#close();
	}

	#close(): void {
		const connection = this.#connection;
		this.#connection = null;
		this.#opening = null;
		// Its own end stops its timers, and waits for the other side; the socket's does not.
		connection?.close(() => {});
		connection?.socket?.destroy();
	}

	async #askOnce<Answer>(
		request: Request<Answer>,
		untilMs: number,
		sending: () => void = () => {},
	): Promise<Answer> {
		let open: Open | null = null;
		try {
			open = await within(this.#opened(untilMs), untilMs);
			const version = versionOf(request, open.offers);
			sending();
			const sent = send(open.connection, this.traffic, request, version);
			const answer = await within(sent, untilMs);
			open.served = true;
			return answer;
		} catch (error) {
			const isOurs = open === null || open.connection === this.#connection;
			if (isOurs && (error instanceof Silence || isDying(error))) this.#close();
			if (isDying(error) && this.#excess) throw this.#excess;
			if (isDying(error) && open && !open.served)
				throw new ClosedAtOnce("closed", { cause: error });
			throw error;
		}
	}

	#opened(untilMs: number): Promise<Open> {
		const refusal = this.#refusal;
		if (refusal && performance.now() - refusal.atMs < refusalRestsMs)
			return Promise.reject(refusal.error);
		if (this.#isEnded) return Promise.reject(new Error("ended here"));
		if (this.#opening) return this.#opening;
		const opening = this.#open(untilMs);
		this.#opening = opening;
		opening.catch((error) => {
			if (troubleOf(error).code === "sign-in refused")
				this.#refusal = { error, atMs: performance.now() };
			if (this.#opening === opening) this.#close();
		});
		return opening;
	}

	async #open(untilMs: number): Promise<Open> {
		const connection = new Connection("tidemark", {
			...this.#options,
			connectTimeout: Math.max(1, untilMs - performance.now()),
			// Ours runs out first; this one only makes sure that nothing waits for ever.
			requestTimeout: 60_000,
			maxInflights: 5,
		});
		this.#connection = connection;
		this.#excess = null;
		// Nobody else listens after the connection stands, and an error nobody listens to ends the process.
		connection.on("error", () => {});
		connection.on("close", () => {
			if (this.#connection === connection) this.#close();
		});
		const connected = connection.connect(this.host, this.port);
		/** Says more than that the connection is closed. */
		let broke: Error | null = null;
		connection.socket.on("error", (error) => {
			broke = error;
		});
		watched(connection.socket, this.traffic, (excess) => {
			this.#excess = excess;
		});
		await connected;
		try {
			const { newest } = apiVersions;
			const told = await send(connection, this.traffic, apiVersions, newest);
			this.release = told.release;
			this.#refusal = null;
			return { connection, offers: told.offers, served: false };
		} catch (error) {
			throw broke ? new ClosedAtOnce("closed", { cause: broke }) : error;
		}
	}
}
