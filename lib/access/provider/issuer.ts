// What is known of the provider? Asked of itself, remembered for a while, and asked again ever less often while it is away.
import {
	allowInsecureRequests,
	ClientSecretBasic,
	ClientSecretPost,
	type Configuration,
	clockTolerance,
	customFetch,
	discovery,
	enableNonRepudiationChecks,
	None,
} from "openid-client";
import type { Provider } from "#lib/core/people/access.ts";
import { isIssuer, isLoopback } from "#lib/core/people/issuer.ts";
import { Problem } from "#lib/core/problem.ts";
import { type Log, Mistrusted, notBelieved } from "./mistrust.ts";
import type { Reach } from "./reach.ts";

export type Issuer = { known(nowMs: number): Promise<Configuration> };

const freshMs = 10 * 60_000;
/** What was known still serves while the provider does not say it again. */
const servesMs = 24 * 3_600_000;
const pauseMs = { first: 1_000, most: 60_000 };
const toleranceSeconds = 10;

type Known = { readonly it: Configuration; readonly atMs: number };

export function issuerOf(settings: Provider, reach: Reach, log: Log): Issuer {
	let known: Known | null = null;
	let asking: Promise<Configuration> | null = null;
	let failures = 0;
	let againMs = 0;

	const ask = async (nowMs: number): Promise<Configuration> => {
		try {
			const it = await discovered(settings, reach);
			known = { it, atMs: nowMs };
			failures = 0;
			return it;
		} catch (error) {
			const pause = Math.min(pauseMs.first * 2 ** failures, pauseMs.most);
			failures++;
			againMs = nowMs + pause;
			throw notBelieved(error, log);
		} finally {
			asking = null;
		}
	};

	return {
		async known(nowMs) {
			const ageMs = known === null ? Infinity : Math.abs(nowMs - known.atMs);
			if (known !== null && ageMs < freshMs) return known.it;
			const old = known !== null && ageMs < servesMs ? known.it : null;
			// A clock that was set back makes nobody wait for longer than the longest pause.
			if (nowMs < againMs && againMs - nowMs <= pauseMs.most) {
				if (old !== null) return old;
				throw new Problem("unreachable", "provider away");
			}
			asking ??= ask(nowMs);
			if (old === null) return asking;
			return asking.catch(() => old);
		},
	};
}

async function discovered(
	settings: Provider,
	reach: Reach,
): Promise<Configuration> {
	const { issuer, client, secret } = settings;
	if (!isIssuer(issuer)) throw new Mistrusted("no address of an issuer");
	const url = new URL(issuer);
	const found = await discovery(
		url,
		client,
		{ [clockTolerance]: toleranceSeconds },
		(server, ...rest) =>
			authenticationFor(
				secret.reveal(),
				server.token_endpoint_auth_methods_supported,
			)(server, ...rest),
		{
			[customFetch]: reach,
			execute: [
				// What signs nothing proves nothing, even when it comes over TLS.
				enableNonRepudiationChecks,
				...(isLoopback(url) ? [allowInsecureRequests] : []),
			],
		},
	);
	// The library lets some issuers answer for others, such as for every tenant there is.
	if (new URL(found.serverMetadata().issuer).href !== url.href)
		throw new Mistrusted("the issuer calls itself otherwise");
	return found;
}

function authenticationFor(
	secret: string,
	methods: readonly string[] | undefined,
) {
	if (secret === "") return None();
	return methods?.includes("client_secret_post")
		? ClientSecretPost(secret)
		: ClientSecretBasic(secret);
}
