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
	/** It answers from now on, and sends people back to nowhere but there. */
	sendBackTo(addresses: readonly string[]): Promise<void>;
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

export async function startProvider(
	known: readonly Resident[] = residents,
): Promise<WorldProvider> {
	const server = createServer();
	const port = await listening(server);
	const issuer = `http://127.0.0.1:${port}`;
	const secret = randomBytes(24).toString("base64url");
	const providerFor = async (back: readonly string[]) => {
		const { Provider } = await import("oidc-provider");
		return new Provider(issuer, {
			clients: [
				{
					...{ client_id: "tidemark", client_secret: secret },
					redirect_uris: [...back],
				},
			],
			jwks: { keys: [signingKey()] },
			renderError(context, { error }) {
				context.body = error;
			},
			ttl: {
				...{ Interaction: 600, Session: 600, Grant: 600 },
				...{ AuthorizationCode: 60, AccessToken: 600, IdToken: 600 },
			},
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
	};
	return {
		...{ issuer, client: "tidemark", secret },
		async sendBackTo(addresses) {
			const provider = await quietly(() => providerFor(addresses));
			const answer = provider.callback();
			server.on("request", (request, reply) => void answer(request, reply));
		},
		async stop() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

const signingKey = () => ({
	...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
		format: "jwk",
	}),
	...{ use: "sig", alg: "RS256", kid: "world" },
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
