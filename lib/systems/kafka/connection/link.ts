// How is one node asked, so that a silent one costs no more than its deadline?
import { Connection, type ConnectionOptions } from "@platformatic/kafka";
import type { Trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import type { Request } from "../protocol/request.ts";
import { excessive, Frames } from "./frames.ts";
import { apiVersions, type Offers, versionOf } from "./offers.ts";
import { Traffic } from "./traffic.ts";
import { ClosedAtOnce, isDying, Silence, troubleOf } from "./trouble-of.ts";
import { within } from "./within.ts";

type Open = {
	readonly connection: Connection;
	readonly offers: Offers;
	/** It answered something that needs a login. */
	served: boolean;
};

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
	): Promise<Answer> {
		let open: Open | null = null;
		try {
			open = await within(this.#opened(untilMs), untilMs);
			const version = versionOf(request, open.offers);
			const sent = this.#send(open.connection, request, version);
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
		this.#watch(connection.socket);
		await connected;
		try {
			const { newest } = apiVersions;
			const told = await this.#send(connection, apiVersions, newest);
			this.release = told.release;
			this.#refusal = null;
			return { connection, offers: told.offers, served: false };
		} catch (error) {
			throw broke ? new ClosedAtOnce("closed", { cause: broke }) : error;
		}
	}

	/** The library would keep whatever comes until an answer is whole, however large it says it is. */
	#watch(socket: Connection["socket"]): void {
		const frames = new Frames();
		let pieces = 0;
		socket.on("data", (piece: Buffer) => {
			this.traffic.receivedBytes += piece.length;
			const isFirst = pieces++ === 0;
			const excess = frames.excessIn(piece);
			if (excess === null) return;
			this.#excess = new TroubleError(excessive(excess, isFirst));
			socket.destroy();
		});
	}

	#send<Answer>(
		connection: Connection,
		request: Request<Answer>,
		version: number,
	): Promise<Answer> {
		const { promise, resolve, reject } = Promise.withResolvers<Answer>();
		connection.send<Answer>(
			request.key,
			version,
			() => {
				const question = request.encode(version);
				this.traffic.count(request.name, question.length);
				return question;
			},
			// One contiguous buffer: over many pieces every field costs a walk through them.
			(_correlation, _key, _version, reader) =>
				request.decode(reader.buffer.slice(), version),
			!request.isUntagged,
			!request.isUntagged && request !== apiVersions,
			(error, answer) => {
				if (error) reject(error);
				// Without an error there is an answer; the library's type cannot say so.
				else resolve(answer as Answer);
			},
		);
		return promise;
	}
}
