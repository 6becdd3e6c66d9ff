// Where does this process stand: which store, which address, whose clock, and is the world it shows disposable?

import {
	type Passwords,
	passwordsOf,
	usualStrength,
} from "#lib/access/passwords.ts";
import { makeSeal, type Seal } from "#lib/access/provider/sealed.ts";
import { type SignIns, signInsBy } from "#lib/access/provider/sign-ins.ts";
import {
	type Access,
	type AccessSettings,
	noAccess,
	type Provider,
} from "#lib/core/people/access.ts";
import { rolesWith } from "#lib/core/people/role.ts";
import { Secret } from "#lib/core/secret.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";

export type Listen = { readonly host: string; readonly port: number };

export type Acting = {
	readonly readOnly: boolean;
	readonly readOnlyBrokers: readonly string[];
	readonly reasonRequired: boolean;
};

/** What of a sign-in by the provider is of this process: what is known of it, and which sign-ins are under way. */
export type AtProvider = { readonly signIns: SignIns; readonly seal: Seal };

export type Place = {
	readonly listen: Listen;
	/** Where people reach it, where that was said: its scheme tells how, whatever lies between. */
	readonly address: string | null;
	/** It speaks TLS itself. */
	readonly tls: boolean;
	readonly demo: boolean;
	/** SHA-256 of the token that lets a program scrape; null where none is configured. */
	readonly scrapeHash: string | null;
	/** Who may come in, how, and what each role may. */
	readonly access: Access;
	/** The provider by which people may come in, where one is configured. */
	readonly provider: AtProvider | null;
	/** Compared a few at a time, whichever route asks. */
	readonly passwords: Passwords;
	/** What may be changed from here, by the configuration. */
	readonly acting: Acting;
	/** Which build of the web this is; null where it was not built. */
	readonly build: string | null;
	now(): number;
	/** Opened when it is first needed, so that liveness can be told without it. */
	store(): Promise<Store>;
};

const key = Symbol.for("tidemark.place");
/** Every route is bundled on its own: only what hangs on globalThis is one for the whole process. */
const shared: typeof globalThis & { [key]?: Place } = globalThis;

export function place(): Place {
	shared[key] ??= placeFrom(process.env);
	return shared[key];
}

export function placeFrom(
	env: Readonly<Record<string, string | undefined>>,
): Place {
	const listen = listenFrom(env.TIDEMARK_LISTEN ?? "127.0.0.1:7700");
	const folder = env.TIDEMARK_FOLDER;
	let opened: Promise<Store> | undefined;
	const demo = env.TIDEMARK_DEMO === "1";
	const access = { ...accessFrom(env.TIDEMARK_ACCESS), demo };
	return {
		listen,
		address: env.TIDEMARK_ADDRESS ?? null,
		tls: env.TIDEMARK_TLS !== undefined,
		demo,
		scrapeHash: env.TIDEMARK_SCRAPE_HASH ?? null,
		access,
		provider: atProvider(access),
		passwords: passwordsOf(usualStrength),
		acting: actingFrom(env.TIDEMARK_ACTING),
		build: env.TIDEMARK_BUILD ?? null,
		now: () => Date.now(),
		store() {
			if (folder === undefined) throw new Error("TIDEMARK_FOLDER is not set");
			const opening = opened ?? openStore(folder);
			opened = opening;
			opening.catch(() => {
				opened = undefined;
			});
			return opening;
		},
	};
}

export function atProvider({
	provider,
}: Pick<AccessSettings, "provider">): AtProvider | null {
	if (provider === null) return null;
	const seal = makeSeal();
	return { signIns: signInsBy(provider, seal), seal };
}

/** Written by whoever starts this process, from a configuration that was judged. */
function accessFrom(text: string | undefined): Place["access"] {
	const own: AccessWritten = JSON.parse(text ?? "{}");
	const { provider: given = null } = own;
	const provider = given && { ...given, secret: new Secret(given.secret) };
	return accessOf({ ...noAccess, ...own, provider });
}

/** As it travels to this process; nothing else prints a secret. */
export type AccessWritten = Omit<Partial<AccessSettings>, "provider"> & {
	readonly provider?:
		| (Omit<Provider, "secret"> & { readonly secret: string })
		| null;
};

export const accessOf = (settings: AccessSettings): Place["access"] => ({
	...settings,
	roles: rolesWith(settings.roles),
});

/** Whoever starts the web without saying so changes nothing with it. */
function actingFrom(text: string | undefined): Acting {
	const given: Partial<Record<keyof Acting, unknown>> = JSON.parse(
		text ?? '{"readOnly":true}',
	);
	const { readOnly, readOnlyBrokers, reasonRequired } = given;
	return {
		readOnly: readOnly !== false,
		readOnlyBrokers: Array.isArray(readOnlyBrokers)
			? readOnlyBrokers.map(String)
			: [],
		reasonRequired: reasonRequired === true,
	};
}

function listenFrom(text: string): Listen {
	const colon = text.lastIndexOf(":");
	const port = Number(text.slice(colon + 1));
	if (colon < 1 || !Number.isInteger(port) || port < 1 || port > 65_535)
		throw new Error("TIDEMARK_LISTEN is not host:port");
	return { host: text.slice(0, colon).replace(/^\[|\]$/g, ""), port };
}
