// Who may come in, how, and as whom? What the operator configured of it.

import type { Secret } from "../secret.ts";
import type { OwnRole, Roles } from "./role.ts";

/** How somebody came in. */
export const ways = [
	/** By a link from the terminal, or one made for a wall screen. */
	"link",
	"demo",
	"password",
	/** By a provider of identities, over OpenID Connect. */
	"provider",
	/** A proxy in front says who it is. */
	"proxy",
	/** A program, by a token of its own. */
	"token",
] as const;
export type Way = (typeof ways)[number];

export type Provider = {
	/** What stands on the button. */
	readonly label: string;
	readonly issuer: string;
	readonly client: string;
	readonly secret: Secret;
	/** What of its claims is the name, and what the groups. */
	readonly nameClaim: string;
	readonly groupsClaim: string;
	readonly scopes: readonly string[];
};

export type ProxyHeaders = {
	readonly person: string;
	/** Null where the proxy names no groups. */
	readonly groups: string | null;
};

export type AccessSettings = {
	/** Beside the usual ones. */
	readonly roles: readonly OwnRole[];
	/** Which roles a group of the provider or proxy has: by its exact name; none where none is named. */
	readonly groups: Readonly<Record<string, readonly string[]>>;
	/** Whoever signs in there has these, whatever their groups. */
	readonly everybody: readonly string[];
	/** Addresses and ranges whose word about others is taken. */
	readonly trustedProxies: readonly string[];
	readonly headers: ProxyHeaders | null;
	readonly provider: Provider | null;
	/** With false nobody comes in by a password. */
	readonly passwords: boolean;
	/** Whoever opens it is a visitor: by a flag, and in no file. */
	readonly demo: boolean;
};

/** What a session is measured by, each time it is used. */
export type AccessRules = Pick<
	AccessSettings,
	"groups" | "everybody" | "passwords" | "provider" | "headers" | "demo"
> & {
	readonly roles: Roles;
};

/** All that is known of who may come in and what each role may. */
export type Access = Omit<AccessSettings, "roles"> & AccessRules;

export const noAccess: AccessSettings = {
	...{ roles: [], groups: {}, everybody: [], trustedProxies: [] },
	...{ headers: null, provider: null, passwords: true, demo: false },
};

/** Why somebody whom a provider or proxy was to vouch for did not come in. */
export const waysInFailed = [
	"provider away",
	"provider refused",
	"provider turned away",
	"provider not believed",
	"provider names nobody",
	"mail not verified",
	"proxy names nobody",
	"sign-in over",
	"no provider",
	"groups without role",
	"name taken",
] as const;
export type WayInFailed = (typeof waysInFailed)[number];
