// Who is at the door? Keys that work once, sessions that end, and never a secret kept anywhere.
import { createHash, randomBytes } from "node:crypto";
import type { AccessRules, Way } from "#lib/core/people/access.ts";
import { ownNames } from "#lib/core/people/people.ts";
import { rightsOf } from "#lib/core/people/rights.ts";
import type { Rights } from "#lib/core/people/role.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Session } from "#lib/store/access-port.ts";
import type { Store } from "#lib/store/store.ts";
import { rolesNow } from "./roles-of.ts";
import { whoMade } from "./tokens.ts";

const hourMs = 3_600_000;
export const entryLastsMs = 15 * 60_000;
export const idleMaxMs = 12 * hourMs;
/** However much it is used: then whoever it is signs in again. */
export const sessionLastsMs = 7 * 24 * hourMs;
const touchEveryMs = 60_000;

export type Person = {
	readonly name: string;
	readonly way: Way;
	readonly roles: readonly string[];
	readonly rights: Rights;
	/** The hash that names the session in the store, or the token. */
	readonly session: string;
};

export type EnterRequest =
	| { readonly by: "entry"; readonly key: string }
	| { readonly by: "demo" };

/** Where somebody came from, as it is shown beside the session. */
export type Origin = {
	readonly from: string | null;
	readonly browser: string | null;
};

export type Entered = { readonly token: string; readonly person: Person };

export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Secrets are only ever found by this hash, so no comparison can leak how much of one was right. */
export const hashOf = (secret: string): string =>
	createHash("sha256").update(secret).digest("hex");

const looksLikeToken = (text: string): boolean =>
	/^[A-Za-z0-9_-]{43}$/.test(text);

/** A key for the one link that the terminal prints. */
export async function offerEntry(store: Store, nowMs: number): Promise<string> {
	const key = newSecret();
	await store.sessions.offer({
		...{ hash: hashOf(key), expiresMs: nowMs + entryLastsMs },
		...{ person: ownNames.link, roles: ["admin"], isInvitation: false },
		...{ lastsMs: sessionLastsMs, idleMs: idleMaxMs },
	});
	return key;
}

/** What a session begins with, by whatever door somebody came. */
export type Admitted = Pick<
	Session,
	"person" | "way" | "roles" | "groups" | "idleMs"
> & { readonly lastsMs: number };

export async function enter(
	store: Store,
	request: EnterRequest,
	{ access, origin }: Door,
	nowMs: number,
): Promise<Entered> {
	const admitted = await admit(store, request, access.demo, nowMs);
	return begin(store, admitted, { access, origin }, nowMs);
}

export type Door = {
	readonly access: AccessRules;
	readonly origin: Origin;
};

/** The one place where a session begins. */
export async function begin(
	store: Store,
	{ lastsMs, ...admitted }: Admitted,
	{ access, origin }: Door,
	nowMs: number,
): Promise<Entered> {
	const token = newSecret();
	const session: Session = {
		...{ ...admitted, ...origin },
		...{ hash: hashOf(token), id: randomBytes(12).toString("base64url") },
		...{ startedMs: nowMs, usedMs: nowMs, endsMs: nowMs + lastsMs },
	};
	const person = await personIn(store, session, access, nowMs);
	if (person === null) throw new Problem("forbidden", "no role");
	await store.sessions.forget(nowMs);
	await store.sessions.start(session);
	return { token, person };
}

const usual = { groups: [], lastsMs: sessionLastsMs, idleMs: idleMaxMs };

async function admit(
	store: Store,
	request: EnterRequest,
	demo: boolean,
	nowMs: number,
): Promise<Admitted> {
	if (request.by === "demo") {
		if (!demo) throw new Problem("forbidden", "not a demo");
		const person = ownNames.demo;
		return { ...usual, person, way: "demo", roles: ["visitor"] };
	}
	const offer = await store.sessions.spend(hashOf(request.key), nowMs);
	if (offer === null || offer.isInvitation)
		throw new Problem("unauthenticated", "entry key not valid");
	const { person, roles, lastsMs, idleMs } = offer;
	return { person, way: "link", roles, groups: [], lastsMs, idleMs };
}

/** Whose session is this now? The collector asks again before it does anything in somebody's name. */
export async function personOf(
	store: Store,
	hash: string,
	access: AccessRules,
	nowMs: number,
): Promise<Person | null> {
	const session = await store.sessions.find(hash);
	return session === null
		? whoMade(store, hash, access, nowMs)
		: personIn(store, session, access, nowMs);
}

export async function whoIs(
	store: Store,
	token: string | null,
	access: AccessRules,
	nowMs: number,
): Promise<Person | null> {
	if (token === null || !looksLikeToken(token)) return null;
	const hash = hashOf(token);
	const session = await store.sessions.find(hash);
	if (session === null) return null;
	const person = await personIn(store, session, access, nowMs);
	if (person === null) await ifWritable(store.sessions.end(hash));
	else if (nowMs - session.usedMs >= touchEveryMs)
		await ifWritable(store.sessions.touch(hash, nowMs));
	return person;
}

/** A full disk takes no notes, and still lets whoever is signed in read what is known. */
export const ifWritable = (noted: Promise<void>): Promise<void> =>
	noted.catch(() => undefined);

async function personIn(
	store: Store,
	session: Session,
	access: AccessRules,
	nowMs: number,
): Promise<Person | null> {
	const { person: name, way, hash, usedMs, idleMs, endsMs } = session;
	if (nowMs - usedMs > idleMs || nowMs >= endsMs) return null;
	const roles = await rolesNow(store, session, access);
	const rights = rightsOf(roles, access.roles);
	return rights.length === 0
		? null
		: { name, way, roles, rights, session: hash };
}

export async function leave(store: Store, token: string): Promise<void> {
	await store.sessions.end(hashOf(token));
}
