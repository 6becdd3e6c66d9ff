// Which token signs us in now? One from the token server, kept until it is nearly over, and never shown.
import { z } from "zod";
import { trouble } from "#lib/core/trouble.ts";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import type { TokenClient } from "./configured.ts";

/** Less than a tick's deadline, so that a silent token server is told as one. */
const answerWithinMs = 2_000;
/** A refused client is tried again only so often: each try is a failed login at the token server. */
const refusalRestsMs = 30_000;
/** A new token is asked for when so much of the old one's time is over. */
const usedUp = 0.8;
const secondsWhenUntold = 60;
const answerMaxLength = 65_536;

const given = z.object({
	access_token: z.string().min(1),
	expires_in: z.coerce.number().positive().optional(),
});
const refused = z.object({ error: z.string() });

export class Tokens {
	readonly #client: TokenClient;
	#asked: Promise<string> | null = null;
	/** On the clock of `performance.now()`. */
	#askAgainMs = Number.NEGATIVE_INFINITY;

	constructor(client: TokenClient) {
		this.#client = client;
	}

	/** Connections that are opened together ask once. */
	next(): Promise<string> {
		if (this.#asked && performance.now() < this.#askAgainMs) return this.#asked;
		this.#askAgainMs = Number.POSITIVE_INFINITY;
		this.#asked = this.#ask().catch((error) => {
			this.#askAgainMs =
				performance.now() + (error instanceof Refusal ? refusalRestsMs : 0);
			throw error;
		});
		return this.#asked;
	}

	/** The broker did not accept it, so that keeping it helps nobody. */
	forget(): void {
		this.#askAgainMs = Number.NEGATIVE_INFINITY;
	}

	async #ask(): Promise<string> {
		const askedMs = performance.now();
		const { tokenUrl, clientId, clientSecret, scope } = this.#client;
		const form = new URLSearchParams({ grant_type: "client_credentials" });
		if (scope !== null) form.set("scope", scope);
		const text = await answerOf(tokenUrl, {
			method: "POST",
			headers: {
				authorization: basic(clientId, clientSecret.reveal()),
				accept: "application/json",
			},
			body: form,
			// A secret is not carried on to an address that nobody configured.
			redirect: "error",
			signal: AbortSignal.timeout(answerWithinMs),
		});
		const token = given.safeParse(text);
		if (!token.success) throw noToken("its answer holds no access_token");
		const { access_token, expires_in = secondsWhenUntold } = token.data;
		this.#askAgainMs = askedMs + usedUp * expires_in * 1_000;
		return access_token;
	}
}

/** The token server answered, and the answer was no. */
class Refusal extends TroubleError {}

const noToken = (detail: string) =>
	new TroubleError(trouble("no token", detail));

/** As RFC 6749 wants it: both encoded like a form, then joined. */
function basic(id: string, secret: string): string {
	const pair = [id, secret].map((one) =>
		new URLSearchParams({ "": one }).toString().slice(1),
	);
	return `Basic ${Buffer.from(pair.join(":")).toString("base64")}`;
}

/** Errors quote a code and nothing of what was sent or answered. */
async function answerOf(url: URL, request: RequestInit): Promise<unknown> {
	let response: Response;
	let text: string;
	try {
		response = await fetch(url, request);
		text = await response.text();
	} catch (error) {
		throw noToken(`${url.host}: ${failureOf(error)}`);
	}
	const answer = text.length <= answerMaxLength ? parsed(text) : null;
	if (response.ok) return answer;
	const said = refused.safeParse(answer).data?.error ?? "";
	const code = /^[a-z_]{1,40}$/.test(said) ? ` ${said}` : "";
	const detail = `${url.host}: ${response.status}${code}`;
	const isNo = response.status >= 400 && response.status < 500;
	throw isNo ? new Refusal(trouble("no token", detail)) : noToken(detail);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function failureOf(error: unknown): string {
	if (!(error instanceof Error)) return "failed";
	if (error.name === "TimeoutError") return "no answer";
	const cause: unknown = error.cause ?? error;
	const code: unknown =
		cause instanceof Error ? Reflect.get(cause, "code") : undefined;
	if (typeof code === "string") return code;
	return cause instanceof Error ? cause.message : error.name;
}
