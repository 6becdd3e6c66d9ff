// Is everything said of access understood, and every name that nobody knows a mistake?
import { describe, expect, test } from "vitest";
import { noAccess } from "#lib/core/people/access.ts";
import { load, mistakesOf } from "./for-tests.ts";

const file = (lines: string) => `access:\n${lines.replace(/^/gm, "  ")}`;
function accessOf(lines: string, env = {}) {
	const { configuration, mistakes } = load({ file: file(lines), env });
	expect(mistakes).toBeNull();
	return configuration?.access ?? noAccess;
}
const said = (lines: string) =>
	mistakesOf({ file: file(lines) }).map((text) =>
		text.replace(/^tidemark\.yaml:\d+: /, ""),
	);

describe("what is meant", () => {
	test.each(["access:", "access: {}", ""])(
		"%j means the usual roles, and passwords",
		(text) => {
			expect(load({ file: text }).configuration?.access).toEqual(noAccess);
		},
	);

	test("all of it together", () => {
		const access = accessOf(
			`passwords: false
trustedProxies: [10.0.0.5, 10.1.0.0/16]
headers: { person: X-Forwarded-User, groups: X-Forwarded-Groups }
provider: { issuer: https://id.example.org/realm, client: tidemark, secret: "\${OIDC_SECRET}", label: Sign in with Example, groups: teams, name: email, scopes: profile }
roles:
  payments: { may: [see, look, act without loss], groups: pay-*, channels: [orders.*], brokers: shop }
  two:
    - { may: see }
    - { may: [redrive, reset], brokers: "*", groups: [a, b] }
groups: { sre: admin, __proto__: viewer, "the payments team": [payments, viewer] }
everybody: viewer`,
			{ OIDC_SECRET: "canary-of-the-provider" },
		);
		expect(access).toEqual({
			...{ passwords: false, demo: false },
			trustedProxies: ["10.0.0.5", "10.1.0.0/16"],
			headers: { person: "x-forwarded-user", groups: "x-forwarded-groups" },
			provider: {
				...{ issuer: "https://id.example.org/realm", client: "tidemark" },
				...{ secret: access.provider?.secret, label: "Sign in with Example" },
				...{ nameClaim: "email", groupsClaim: "teams" },
				scopes: ["openid", "profile"],
			},
			roles: [
				{
					name: "payments",
					grants: [
						{
							may: ["see", "look", "act without loss"],
							where: [
								{
									brokers: ["shop"],
									channels: ["orders.*"],
									groups: ["pay-*"],
								},
							],
						},
					],
				},
				{
					name: "two",
					grants: [
						{ may: ["see"], where: null },
						{
							may: ["redrive", "reset"],
							where: [{ brokers: ["*"], channels: ["*"], groups: ["a", "b"] }],
						},
					],
				},
			],
			groups: Object.fromEntries([
				["sre", ["admin"]],
				["__proto__", ["viewer"]],
				["the payments team", ["payments", "viewer"]],
			]),
			everybody: ["viewer"],
		});
		expect(access.provider?.secret.reveal()).toBe("canary-of-the-provider");
		expect(JSON.stringify(access)).not.toContain("canary");
	});

	test("a provider begins with what most of them say", () => {
		const { provider } = accessOf(
			"provider: { issuer: http://127.0.0.1:9000, client: a, secret: b }\neverybody: viewer",
		);
		expect(provider).toMatchObject({
			...{ label: "127.0.0.1:9000", nameClaim: "preferred_username" },
			...{ groupsClaim: "groups", scopes: ["openid", "profile"] },
		});
	});
});

const provider = "provider: { client: a, secret: canary-secret, issuer:";
const proxied = "trustedProxies: 10.0.0.5\neverybody: viewer\nheaders:";
const everywhere = "access.roles.a.may: who administers does so everywhere;";

describe("a mistake is told with its path and what is known", () => {
	test.each([
		["rols: {}", "access.rols: there is no such key; did you mean roles?"],
		["passwords: maybe", "access.passwords: write true or false"],
		["roles: admin", "access.roles: write one role a line below it"],
		["roles: { a: see }", "access.roles.a: write what it may and where"],
		["roles: { a: {} }", "access.roles.a.may: write what this role may"],
		["roles: { a: { may: [] } }", "access.roles.a.may: write what this role"],
		["roles: { a: [] }", "access.roles.a: write what this role may"],
		[
			"roles: { a: { may: [se] } }",
			"access.roles.a.may: is no right; did you mean see?",
		],
		[
			"roles: { a: { may: anything } }",
			"access.roles.a.may: is no right; known are see, look, see contents,",
		],
		[
			"roles: { a: { may: see, group: x } }",
			"access.roles.a.group: there is no such key; did you mean groups?",
		],
		["roles: { a: { may: see, groups: [] } }", "access.roles.a.groups: write"],
		["roles: { a: { may: see, groups: '' } }", "access.roles.a.groups: write"],
		[
			"roles: { a: [{ may: see }, { may: lok }] }",
			"access.roles.a.may: is no right; did you mean look?",
		],
		["roles: { a: { may: administer, groups: x } }", everywhere],
		[
			"roles: { viewer: { may: see } }",
			"access.roles.viewer: viewer is there already",
		],
		[
			"roles: { Admin: { may: see } }",
			"access.roles.Admin: admin is there already",
		],
		[
			"roles: { visitor: { may: see } }",
			"access.roles.visitor: visitor is there already",
		],
		["roles: { 'a\"b': { may: see } }", "access.roles: a role's name is"],
		["roles: { __proto__: { may: see } }", "access.roles.__proto__: a role's"],
		[
			"groups: { sre: amin }",
			"access.groups.sre: is no role; did you mean admin?",
		],
		[
			"groups: { sre: visitor }",
			"access.groups.sre: is no role; known are viewer, operator, admin",
		],
		["groups: { sre: { a: b } }", "access.groups.sre: write a role or a list"],
		["groups: sre", "access.groups: write one group a line below it"],
		["everybody: emperor", "access.everybody: is no role; known are viewer"],
		["trustedProxies: proxy", "access.trustedProxies: write an address or"],
		["trustedProxies: 10.0.0.0/40", "access.trustedProxies: after the / comes"],
		["trustedProxies: 0.0.0.0/0", "access.trustedProxies: everything is too"],
		[`${proxied} {}`, "access.headers.person: write the name of a header"],
		[`${proxied} { person: Cookie }`, "access.headers.person: write the name"],
		[`${proxied} { person: "a b" }`, "access.headers.person: write the name"],
		[`${proxied} { person: X-Tidemark-User }`, "access.headers.person: write"],
		[`${proxied} { person: A, groups: a }`, "access.headers: one header"],
		[
			"everybody: viewer\nheaders: { person: X-User }",
			"access.headers: from nobody are these headers taken yet",
		],
		[
			"trustedProxies: 10.0.0.5\nheaders: { person: X-User }",
			"access.headers: nobody who comes in this way has a role yet",
		],
		[
			`${provider} https://id.example.org }`,
			"access.provider: nobody who comes in this way has a role yet",
		],
		[
			`${provider} http://id.example.org }`,
			"access.provider.issuer: write the provider's address",
		],
		[`${provider} "https://u:p@id.example.org" }`, "access.provider.issuer:"],
		[
			"provider: { issuer: https://id.example.org, secret: a }",
			"access.provider.client: write the name",
		],
	])("%s", (lines, mistake) => {
		const all = said(lines);
		expect(all).toHaveLength(1);
		expect(all[0]).toContain(mistake);
		expect(all[0]).not.toContain("canary");
	});
});
