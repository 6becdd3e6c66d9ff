// Whose token does a program show, and what may it do? Never more than whoever made it may now.
import type { AccessRules } from "#lib/core/people/access.ts";
import { ownNames } from "#lib/core/people/people.ts";
import { rightsOf } from "#lib/core/people/rights.ts";
import { rightsWithin } from "#lib/core/people/rights-within.ts";
import type { Rights } from "#lib/core/people/role.ts";
import type { Store } from "#lib/store/store.ts";
import { rolesOfPerson } from "./roles-of.ts";
import { hashOf, ifWritable, newSecret, type Person } from "./sessions.ts";

const usedEveryMs = 60_000;

export const newToken = (): string => `tm_${newSecret()}`;

export const looksLikeOurs = (text: string): boolean =>
	/^tm_[A-Za-z0-9_-]{43}$/.test(text);

/** Null where it is worth nothing, for whatever reason. */
export async function whoShows(
	store: Store,
	token: string,
	access: AccessRules,
	nowMs: number,
): Promise<Person | null> {
	if (!looksLikeOurs(token)) return null;
	const hash = hashOf(token);
	const found = await store.people.token(hash);
	const person = await whoMade(store, hash, access, nowMs);
	if (person !== null && nowMs - (found?.usedMs ?? 0) >= usedEveryMs)
		await ifWritable(store.people.tokenUsed(hash, nowMs));
	return person;
}

/** By the hash of a token. */
export async function whoMade(
	store: Store,
	hash: string,
	access: AccessRules,
	nowMs: number,
): Promise<Person | null> {
	const token = await store.people.token(hash);
	if (token === null || nowMs >= token.expiresMs) return null;
	const { person: name, roles } = token;
	const bounds = await rightsOfMaker(store, name, access);
	const rights = rightsWithin(rightsOf(roles, access.roles), bounds);
	return rights.length === 0
		? null
		: { name, way: "token", roles, rights, session: hash };
}

/** Only of those whose rights are known from day to day: of people kept here, and of whoever has the terminal. */
async function rightsOfMaker(
	store: Store,
	name: string,
	access: AccessRules,
): Promise<Rights> {
	if (name === ownNames.link) return rightsOf(["admin"], access.roles);
	return rightsOf(await rolesOfPerson(store, name, access), access.roles);
}
