// What if the provider lies? One on loopback that does everything right, but for what a test tells it to do otherwise.
import {
	createHash,
	createHmac,
	generateKeyPairSync,
	randomUUID,
	sign as signWith,
} from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";

type Fields = Readonly<Record<string, unknown>>;

/** Each takes the place of what would be right; what is null there is left out. */
export type Lies = {
	readonly discovery?: Fields;
	readonly answer?: Readonly<Record<string, string | null>>;
	readonly header?: Fields;
	readonly claims?: Fields;
	readonly told?: Fields;
	readonly reply?: Fields;
	readonly signedBy?: "nobody" | "another" | "the public key" | "the secret";
	/** In the place of what is asked at one of its paths. */
	readonly at?: {
		readonly path: string;
		readonly does:
			| "hangs"
			| "hangs midway"
			| "is huge"
			| { readonly to: string };
	};
};

export type WickedProvider = {
	readonly issuer: string;
	readonly client: string;
	readonly secret: string;
	/** Which paths were asked for. */
	readonly heard: readonly string[];
	lie(lies: Lies): void;
	/** As a browser that is sent there, where somebody signs in: what it brings back. */
	visit(to: string): URLSearchParams;
	stop(): Promise<void>;
};

const keys = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const base64url = (value: unknown) =>
	Buffer.from(JSON.stringify(value)).toString("base64url");

export async function startWickedProvider(
	person: Fields,
	options: {
		readonly tls?: { readonly key: string; readonly cert: string };
	} = {},
): Promise<WickedProvider> {
	const [own, another] = [keys(), keys()];
	const visits = new Map<string, URLSearchParams>();
	const heard: string[] = [];
	const [client, secret] = ["tidemark", randomUUID()];
	let lies: Lies = {};
	let issuer = "";

	const answers: Readonly<Record<string, (body: URLSearchParams) => unknown>> =
		{
			"/.well-known/openid-configuration": () => ({
				issuer,
				authorization_endpoint: `${issuer}/authorize`,
				token_endpoint: `${issuer}/token`,
				jwks_uri: `${issuer}/jwks`,
				userinfo_endpoint: `${issuer}/me`,
				response_types_supported: ["code"],
				id_token_signing_alg_values_supported: ["RS256"],
				authorization_response_iss_parameter_supported: true,
				...lies.discovery,
			}),
			"/jwks": () => ({
				keys: [
					{
						...own.publicKey.export({ format: "jwk" }),
						...{ kid: "own", use: "sig" },
					},
				],
			}),
			"/token": (body) => {
				const visit = visits.get(body.get("code") ?? "");
				const proof = createHash("sha256")
					.update(body.get("code_verifier") ?? "")
					.digest("base64url");
				if (visit?.get("code_challenge") !== proof)
					return { error: "invalid_grant" };
				return {
					...{ access_token: randomUUID(), token_type: "Bearer" },
					id_token: signed(visit),
					...lies.reply,
				};
			},
			"/me": () => ({ sub: "1", ...lies.told }),
		};

	function signed(visit: URLSearchParams): string {
		const now = Math.floor(Date.now() / 1_000);
		const claims = {
			...{ iss: issuer, sub: "1", aud: client, iat: now, exp: now + 300 },
			...{ nonce: visit.get("nonce"), ...person, ...lies.claims },
		};
		const header = { alg: "RS256", kid: "own", ...lies.header };
		const text = `${base64url(header)}.${base64url(claims)}`;
		return `${text}.${signatureOf(text)}`;
	}

	function signatureOf(text: string): string {
		const by = (key: string) =>
			createHmac("sha256", key).update(text).digest("base64url");
		switch (lies.signedBy) {
			case "nobody":
				return "";
			case "the secret":
				return by(secret);
			case "the public key":
				return by(
					own.publicKey.export({ format: "pem", type: "spki" }).toString(),
				);
			default: {
				const { privateKey } = lies.signedBy === "another" ? another : own;
				return signWith("sha256", Buffer.from(text), privateKey).toString(
					"base64url",
				);
			}
		}
	}

	const server = options.tls ? createSecureServer(options.tls) : createServer();
	server.on("request", async (request, reply) => {
		const path = (request.url ?? "").replace(/\?.*$/, "");
		heard.push(path);
		const type = { "content-type": "application/json" };
		if (lies.at?.path === path) {
			const { does } = lies.at;
			if (typeof does === "object")
				reply.writeHead(307, { location: does.to }).end();
			else if (does !== "hangs")
				reply.writeHead(200, type).write('{"issuer":"');
			if (does === "is huge") reply.end("x".repeat(5_000_000));
			return;
		}
		const body = new URLSearchParams(await textOf(request));
		const answer = answers[path]?.(body) ?? { error: "not_found" };
		const isWrong = typeof answer === "object" && "error" in answer;
		reply.writeHead(isWrong ? 400 : 200, type).end(JSON.stringify(answer));
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	// The cast: a server that listens on a port has such an address.
	const { port } = server.address() as AddressInfo;
	issuer = `${options.tls ? "https" : "http"}://127.0.0.1:${port}`;

	return {
		...{ issuer, client, secret, heard },
		lie(next) {
			lies = next;
		},
		visit(to) {
			const { searchParams: asked } = new URL(to);
			const code = randomUUID();
			visits.set(code, asked);
			const state = asked.get("state") ?? "";
			const answer = { code, state, iss: issuer, ...lies.answer };
			return new URLSearchParams(
				Object.entries(answer).flatMap(([name, value]) =>
					value === null ? [] : [[name, value]],
				),
			);
		},
		async stop() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

async function textOf(request: IncomingMessage): Promise<string> {
	let text = "";
	for await (const chunk of request) text += chunk;
	return text;
}
