// How does somebody come in by the provider? Sent there from this browser, and back to this browser, once, within ten minutes.
import { randomBytes, timingSafeEqual } from "node:crypto";
import {
	authorizationCodeGrant,
	buildAuthorizationUrl,
	type Configuration,
	calculatePKCECodeChallenge,
	fetchUserInfo,
	randomNonce,
	randomPKCECodeVerifier,
	randomState,
} from "openid-client";
import type { Provider } from "#lib/core/people/access.ts";
import { Problem } from "#lib/core/problem.ts";
import { type Claimed, claimedBy, lacks } from "./claims.ts";
import { issuerOf } from "./issuer.ts";
import { type Log, Mistrusted, notBelieved } from "./mistrust.ts";
import { type Reach, reachOf } from "./reach.ts";
import type { Seal } from "./sealed.ts";

export const signInLastsMs = 10 * 60_000;
/** Each waits for the provider: more at once than this wait for nobody. */
const atOnceMax = 32;

/** What the browser holds for us meanwhile, sealed. */
type Begun = {
	readonly id: string;
	readonly state: string;
	readonly nonce: string;
	readonly verifier: string;
	readonly back: string;
	readonly next: string;
};

export type SignIns = {
	begin(
		wish: Pick<Begun, "back" | "next">,
		nowMs: number,
	): Promise<{ readonly to: string; readonly sealed: string }>;
	/** Where they wanted to, of a sign-in that began in this browser. */
	nextOf(sealed: string | null, nowMs: number): string | null;
	end(
		sealed: string | null,
		answer: URLSearchParams,
		nowMs: number,
	): Promise<Claimed & { readonly next: string }>;
};

export function signInsBy(
	settings: Provider,
	seal: Seal,
	reach: Reach = reachOf(settings.issuer),
	log: Log = (line) => process.stderr.write(line),
): SignIns {
	const issuer = issuerOf(settings, reach, log);
	const spent = new Map<string, number>();
	let atOnce = 0;

	const opened = (sealed: string | null, nowMs: number): Begun | null =>
		// The cast: whatever opens was sealed below by this process, for this purpose.
		seal.open("sign-in", sealed, nowMs) as Begun | null;

	/** The state first: whoever does not know it spends nobody's sign-in. */
	const spend = (begun: Begun, answer: URLSearchParams, nowMs: number) => {
		for (const [id, untilMs] of spent) if (untilMs <= nowMs) spent.delete(id);
		const states = answer.getAll("state");
		const isTheirs = states.length === 1 && isSame(states[0], begun.state);
		if (!isTheirs || spent.has(begun.id))
			throw new Problem("unauthenticated", "sign-in over");
		spent.set(begun.id, nowMs + signInLastsMs);
	};

	return {
		async begin({ back, next }, nowMs) {
			const provider = await issuer.known(nowMs);
			const begun: Begun = {
				...{ id: randomBytes(16).toString("base64url"), back, next },
				...{ state: randomState(), nonce: randomNonce() },
				verifier: randomPKCECodeVerifier(),
			};
			const to = buildAuthorizationUrl(provider, {
				...{ redirect_uri: back, state: begun.state, nonce: begun.nonce },
				scope: [...new Set(["openid", ...settings.scopes])].join(" "),
				code_challenge: await calculatePKCECodeChallenge(begun.verifier),
				code_challenge_method: "S256",
			});
			const untilMs = nowMs + signInLastsMs;
			return { to: to.href, sealed: seal.close("sign-in", begun, untilMs) };
		},
		nextOf: (sealed, nowMs) => opened(sealed, nowMs)?.next ?? null,
		async end(sealed, answer, nowMs) {
			const begun = opened(sealed, nowMs);
			if (begun === null) throw new Problem("unauthenticated", "sign-in over");
			if (atOnce >= atOnceMax)
				throw new Problem("unreachable", "provider away");
			spend(begun, answer, nowMs);
			atOnce++;
			try {
				const provider = await issuer.known(nowMs);
				const claims = await exchanged(provider, begun, answer, settings).catch(
					(error: unknown) => {
						throw notBelieved(error, log);
					},
				);
				return { ...claimedBy(claims, settings), next: begun.next };
			} finally {
				atOnce--;
			}
		},
	};
}

async function exchanged(
	provider: Configuration,
	{ back, state, nonce, verifier }: Begun,
	answer: URLSearchParams,
	settings: Provider,
) {
	const tokens = await authorizationCodeGrant(
		provider,
		new URL(`${back}?${answer}`),
		{
			...{ expectedState: state, expectedNonce: nonce },
			...{ pkceCodeVerifier: verifier, idTokenExpected: true },
		},
	);
	const signed = tokens.claims();
	if (signed === undefined) throw new Mistrusted("nothing was signed");
	const tellsMore = provider.serverMetadata().userinfo_endpoint !== undefined;
	if (!tellsMore || !lacks(signed, settings)) return signed;
	const told = await fetchUserInfo(provider, tokens.access_token, signed.sub);
	return { ...told, ...signed };
}

function isSame(given: string | undefined, known: string): boolean {
	const [a, b] = [Buffer.from(given ?? ""), Buffer.from(known)];
	return a.length === b.length && timingSafeEqual(a, b);
}
