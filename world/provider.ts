// Where do people of a company sign in? A real provider of identities on loopback, with some people and their groups.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Provider as Oidc } from "oidc-provider";

export type Resident = {
	/** What they type at the provider's own page; any password does. */
	readonly login: string;
	readonly claims: Readonly<Record<string, string | boolean | string[]>>;
};

export type WorldProvider = {
	readonly issuer: string;
	readonly client: string;
	readonly secret: string;
	stop(): Promise<void>;
};

export const residents: readonly Resident[] = [
	{
		login: "ann",
		claims: { preferred_username: "ann", groups: ["payments", "everybody"] },
	},
	{ login: "bob", claims: { preferred_username: "bob", groups: ["sre"] } },
	{ login: "eve", claims: { preferred_username: "eve", groups: ["cooks"] } },
];

export async function startProvider(options: {
	/** Where it may send people back to. */
	readonly back: readonly string[];
	readonly residents?: readonly Resident[];
}): Promise<WorldProvider> {
	const server = createServer();
	const port = await listening(server);
	const issuer = `http://127.0.0.1:${port}`;
	const secret = randomBytes(24).toString("base64url");
	const known = options.residents ?? residents;
	const provider = await quietly(async () => {
		const { Provider } = await import("oidc-provider");
		return new Provider(issuer, {
			clients: [
				{
					...{ client_id: "tidemark", client_secret: secret },
					redirect_uris: [...options.back],
				},
			],
			jwks: { keys: [signingKey()] },
			cookies: { keys: [randomBytes(24).toString("base64url")] },
			claims: {
				openid: ["sub"],
				profile: ["preferred_username", "name"],
				groups: ["groups"],
				email: ["email", "email_verified"],
			},
			findAccount: (_context, id) => {
				const found = known.find(({ login }) => login === id);
				if (found === undefined) return undefined;
				return {
					accountId: id,
					claims: async () => ({ sub: id, ...found.claims }),
				};
			},
		});
	});
	const answer = provider.callback();
	server.on("request", (request, reply) => void answer(request, reply));
	return {
		...{ issuer, client: "tidemark", secret },
		async stop() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

const signingKey = () => ({
	...generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
		format: "jwk",
	}),
	...{ use: "sig", alg: "ES256", kid: "world" },
});

function listening(server: Server): Promise<number> {
	return new Promise((done, fail) => {
		server.once("error", fail);
		server.listen(0, "127.0.0.1", () =>
			// The cast: a server that listens on a port has such an address.
			done((server.address() as AddressInfo).port),
		);
	});
}

/** It warns that it is made for trying out, which is what it is here for. */
async function quietly(make: () => Promise<Oidc>): Promise<Oidc> {
	const { info, warn } = console;
	console.info = () => undefined;
	console.warn = () => undefined;
	try {
		return await make();
	} finally {
		Object.assign(console, { info, warn });
	}
}
