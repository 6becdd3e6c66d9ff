// Is each setting beside an address understood, and each mistake in one told where it stands?
import { expect, test } from "vitest";
import { configured } from "./configured.ts";

const schema = configured(() => null);
const signIn = { user: "ops", password: "canary" };
const client = {
	...{ mechanism: "OAUTHBEARER", clientId: "a", clientSecret: "canary" },
	tokenUrl: "https://token.example.org/",
};

test("nothing configured leaves everything in but internal topics", () => {
	const { topics, groups, advertised, ...rest } = schema.parse({});
	expect([topics, groups, advertised].map((fits) => fits("any:1"))).toEqual([
		...[true, true, true],
	]);
	expect(rest).toEqual({ tls: null, sasl: null, internal: false });
});

test("a user without a mechanism signs in by the strongest", () => {
	const { sasl } = schema.parse({ sasl: signIn });
	expect(sasl).toMatchObject({ mechanism: "SCRAM-SHA-512", user: "ops" });
	expect(JSON.stringify(sasl)).not.toContain("canary");
});

test.each(["https://a/t", "http://127.0.0.1:1/t", "http://localhost/t"])(
	"a client's secret may go to %s",
	(tokenUrl) => {
		const { sasl } = schema.parse({ sasl: { ...client, tokenUrl } });
		expect(sasl).toMatchObject({ tokenUrl: new URL(tokenUrl), scope: null });
		expect(JSON.stringify(sasl)).not.toContain("canary");
	},
);

const rows: readonly (readonly [string, unknown, readonly string[]])[] = [
	[
		"a mechanism nobody knows",
		{ sasl: { mechanism: "canary" } },
		["sasl.mechanism"],
	],
	["a user without a password", { sasl: { user: "a" } }, ["sasl.password"]],
	[
		"a user beside a token's client",
		{ sasl: { ...client, user: "canary" } },
		["sasl"],
	],
	[
		"a client without a secret and an address",
		{ sasl: { mechanism: "OAUTHBEARER", clientId: "a" } },
		["sasl.tokenUrl", "sasl.clientSecret"],
	],
	[
		"a token server in clear",
		{ sasl: { ...client, tokenUrl: "http://canary.example.org/" } },
		["sasl.tokenUrl"],
	],
	[
		"a token server with a secret in its address",
		{ sasl: { ...client, tokenUrl: "https://a:canary@b/" } },
		["sasl.tokenUrl"],
	],
	[
		"no token server",
		{ sasl: { ...client, tokenUrl: "x" } },
		["sasl.tokenUrl"],
	],
	[
		"a host without a port among those allowed",
		{ advertised: ["a:1", "*.canary"] },
		["advertised.1"],
	],
	["a list of nothing", { topics: { include: [] } }, ["topics.include"]],
	["neither yes nor no", { internal: "canary" }, ["internal"]],
];

test.each(rows)("%s is a mistake at its place", (_, given, places) => {
	const { error } = schema.safeParse(given);
	expect(error?.issues.map(({ path }) => path.join("."))).toEqual(places);
	expect(JSON.stringify(error?.issues)).not.toContain("canary");
});
