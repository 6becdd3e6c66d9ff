// Who may come in, how, and as whom? What the file says of it, every name known.

import { z } from "zod";
import { parseNet } from "#lib/core/nets.ts";
import { type AccessSettings, noAccess } from "#lib/core/people/access.ts";
import { isIssuer } from "#lib/core/people/issuer.ts";
import { secret, section, text, yesOrNo } from "#lib/systems/setting.ts";
import { judgeGroups, judgeRoles, listOf, rolesNamed } from "./access-roles.ts";
import { belowOf, withoutKeys } from "./below.ts";
import type { Judge } from "./judge.ts";
import { judgeTree } from "./own-settings.ts";
import type { GivenBelow, GivenTree } from "./sheet.ts";

const proxySay =
	"write the addresses of proxies whose word about others is taken, such as [10.0.0.5, 10.1.0.0/16]";

const proxy = z.string(proxySay).transform((given, context): string => {
	const net = parseNet(given);
	if (typeof net !== "string") return given.trim();
	context.addIssue({ code: "custom", message: net });
	return z.NEVER;
});

/** Those that say something else already. */
const taken =
	/^(?:host|cookie|origin|authorization|content-|sec-|x-tidemark|x-forwarded-(?:for|host|proto|port)$|forwarded$|connection$|user-agent$)/;
const headerSay =
	"write the name of a header that the proxy sets, such as X-Forwarded-User";

const header = text(headerSay).transform((given, context): string => {
	const name = given.toLowerCase();
	if (/^[a-z0-9-]{1,64}$/.test(name) && !taken.test(name)) return name;
	context.addIssue({ code: "custom", message: headerSay });
	return z.NEVER;
});

const issuerSay =
	"write the provider's address exactly as it calls itself, such as https://id.example.org";

const issuer = text(issuerSay).refine(isIssuer, issuerSay);

const word = (say: string) =>
	text(say).refine((given) => /^[\x21-\x7e]{1,200}$/.test(given), say);
const scopesSay = "write what is asked for, such as [openid, profile, groups]";

const provider = section({
	issuer,
	client: word("write the name under which the provider knows this console"),
	secret: secret(`write the secret it gave this console, best as \${NAME}`),
	label: text("write what stands on the button")
		.pipe(z.string().max(60, "write at most 60 characters"))
		.optional(),
	name: word("write the claim that names a person").optional(),
	groups: word("write the claim that holds their groups").optional(),
	scopes: listOf(word(scopesSay), scopesSay).optional(),
}).transform(({ name, groups, scopes, label, ...rest }) => ({
	...rest,
	label: label ?? URL.parse(rest.issuer)?.host ?? rest.issuer,
	nameClaim: name ?? "preferred_username",
	groupsClaim: groups ?? "groups",
	scopes: [...new Set(["openid", ...(scopes ?? ["profile"])])],
}));

const plainSettings = section({
	passwords: yesOrNo.optional(),
	trustedProxies: listOf(proxy, proxySay).optional(),
	headers: section({ person: header, groups: header.optional() })
		.transform(({ person, groups }) => ({ person, groups: groups ?? null }))
		.optional(),
	provider: provider.optional(),
});

const named = ["roles", "groups", "everybody"] as const;

export function judgeAccess(
	given: GivenTree | undefined,
	judge: Judge,
): AccessSettings {
	const tree = belowOf(
		...([given, "access"] as const),
		"write settings below it, such as trustedProxies, provider and roles",
		judge,
	);
	const roles = belowOf(
		...([tree.below.get("roles"), "access.roles"] as const),
		"write one role a line below it, such as   payments: { may: [see, look], groups: pay-* }",
		judge,
	);
	const groups = belowOf(
		...([tree.below.get("groups"), "access.groups"] as const),
		"write one group a line below it, such as   sre: admin",
		judge,
	);
	const plain = withoutKeys(tree, named);
	const written = judgeTree(plain, plainSettings, named, judge);
	const { passwords, trustedProxies, headers, provider } =
		written?.settings ?? {};
	const access: AccessSettings = {
		passwords: passwords ?? noAccess.passwords,
		trustedProxies: trustedProxies ?? noAccess.trustedProxies,
		headers: headers ?? null,
		provider: provider ?? null,
		roles: judgeRoles(roles, judge),
		groups: judgeGroups(groups, roles, judge),
		demo: noAccess.demo,
		everybody: rolesNamed(tree.below.get("everybody"), roles, judge),
	};
	if (written) judgeTogether(access, tree, judge);
	return access;
}

/** What is right by itself and says nothing, or too much, beside the rest. */
function judgeTogether(
	{ headers, provider, groups, everybody, trustedProxies }: AccessSettings,
	tree: GivenBelow,
	judge: Judge,
): void {
	const at = (key: string) => tree.below.get(key) ?? tree;
	if (headers && trustedProxies.length === 0)
		judge.add(
			at("headers"),
			"from nobody are these headers taken yet; write the proxy's address as trustedProxies beside it",
		);
	if (headers && headers.person === headers.groups)
		judge.add(at("headers"), "one header cannot name both; write two");
	const hasRoles = everybody.length > 0 || Object.keys(groups).length > 0;
	for (const key of ["provider", "headers"] as const)
		if ((key === "provider" ? provider : headers) && !hasRoles)
			judge.add(
				at(key),
				"nobody who comes in this way has a role yet; write groups with their roles beside it, or everybody",
			);
}
