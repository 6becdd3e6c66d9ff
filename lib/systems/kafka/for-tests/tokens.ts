// Who gives a test its tokens? A small token server on this machine, as honest or as odd as the test wants it.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

type Asked = { id: string; secret: string; scope: string | null };

export type Tokens = {
	readonly url: string;
	/** Who asked, in order. */
	readonly asked: readonly Asked[];
	stop(): Promise<void>;
};

export type Oddities = {
	readonly lastsSeconds: number;
	/** The only secret it accepts; any when left out. */
	readonly secret?: string;
	readonly answer?: string;
	readonly code?: number;
	readonly isSilent?: boolean;
};

export async function startTokens(odd: Oddities): Promise<Tokens> {
	const asked: Asked[] = [];
	const server = createServer(async (request, response) => {
		const form = new URLSearchParams(await text(request));
		const [id = "", secret = ""] = credentials(request.headers.authorization);
		asked.push({ id, secret, scope: form.get("scope") });
		if (odd.isSilent) return;
		const isKnown = odd.secret === undefined || odd.secret === secret;
		const isAsked = form.get("grant_type") === "client_credentials";
		const code = odd.code ?? (isKnown && isAsked ? 200 : 401);
		response.writeHead(code, {
			"content-type": "application/json",
			location: "/elsewhere",
		});
		const token = {
			access_token: tokenOf(odd.lastsSeconds),
			token_type: "Bearer",
			expires_in: Math.abs(odd.lastsSeconds),
		};
		const refusal = { error: "invalid_client", error_description: secret };
		response.end(odd.answer ?? JSON.stringify(code === 200 ? token : refusal));
	});
	await new Promise<void>((resolve) => {
		server.listen(0, "127.0.0.1", () => resolve());
	});
	const address = server.address();
	const port = typeof address === "object" ? address?.port : 0;
	return {
		url: `http://127.0.0.1:${port}/token`,
		asked,
		async stop() {
			server.closeAllConnections();
			server.close();
		},
	};
}

function credentials(header = ""): string[] {
	const pair = Buffer.from(header.replace(/^Basic /, ""), "base64");
	return pair
		.toString()
		.split(":")
		.map((one) => decodeURIComponent(one.replaceAll("+", " ")));
}

/** Unsigned, as a broker without a validator of its own accepts it. */
function tokenOf(lastsSeconds: number): string {
	// Up to a second longer than the answer says: nobody's token ends before its time.
	const now = Math.ceil(Date.now() / 1_000);
	const parts = [
		{ alg: "none" },
		{ sub: "ops", scope: "read", iat: now - 120, exp: now + lastsSeconds },
	];
	const encoded = parts.map((part) =>
		Buffer.from(JSON.stringify(part)).toString("base64url"),
	);
	return `${encoded.join(".")}.`;
}
