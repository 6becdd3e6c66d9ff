// Who is at the door? Entry keys that work once, sessions that end, and never a secret kept anywhere.
import { createHash, randomBytes } from "node:crypto";
import { Problem } from "#lib/core/problem.ts";
import type { Session, Store } from "#lib/store/store.ts";
import { isRole, type Role } from "./roles.ts";

export const entryLastsMs = 15 * 60_000;
export const idleMaxMs = 12 * 3_600_000;
const touchEveryMs = 60_000;

export type Person = {
	readonly name: string;
	readonly role: Role;
	/** The hash that names the session in the store. */
	readonly session: string;
};

export type EnterRequest =
	| { readonly by: "entry"; readonly key: string }
	| { readonly by: "demo" };

export type Entered = { readonly token: string; readonly person: Person };

const newSecret = (): string => randomBytes(32).toString("base64url");

/** Secrets are only ever found by this hash, so no comparison can leak how much of one was right. */
const hashOf = (secret: string): string =>
	createHash("sha256").update(secret).digest("hex");

const looksLikeToken = (text: string): boolean =>
	/^[A-Za-z0-9_-]{43}$/.test(text);

/** A key for the one link that the terminal prints. */
export async function offerEntry(store: Store, nowMs: number): Promise<string> {
	const key = newSecret();
	await store.sessions.offer(hashOf(key), nowMs + entryLastsMs);
	return key;
}

export async function enter(
	store: Store,
	request: EnterRequest,
	options: { readonly demo: boolean },
	nowMs: number,
): Promise<Entered> {
	const { name, role } = await admit(store, request, options, nowMs);
	const token = newSecret();
	const hash = hashOf(token);
	await store.sessions.forget(nowMs, nowMs - idleMaxMs);
	await store.sessions.start({
		hash,
		person: name,
		role,
		startedMs: nowMs,
		usedMs: nowMs,
	});
	return { token, person: { name, role, session: hash } };
}

async function admit(
	store: Store,
	request: EnterRequest,
	{ demo }: { readonly demo: boolean },
	nowMs: number,
): Promise<{ readonly name: string; readonly role: Role }> {
	if (request.by === "demo") {
		if (!demo) throw new Problem("forbidden", "not a demo");
		return { name: "visitor", role: "visitor" };
	}
	if (!(await store.sessions.spend(hashOf(request.key), nowMs)))
		throw new Problem("unauthenticated", "entry key not valid");
	return { name: "owner", role: "admin" };
}

/** Whose session is this now? The collector asks again before it does anything in somebody's name. */
export async function personOf(
	store: Store,
	hash: string,
	nowMs: number,
): Promise<Person | null> {
	const session = await store.sessions.find(hash);
	return session === null ? null : personIn(session, nowMs);
}

export async function whoIs(
	store: Store,
	token: string | null,
	nowMs: number,
): Promise<Person | null> {
	if (token === null || !looksLikeToken(token)) return null;
	const hash = hashOf(token);
	const session = await store.sessions.find(hash);
	if (session === null) return null;
	const person = personIn(session, nowMs);
	if (person === null) await ifWritable(store.sessions.end(hash));
	else if (nowMs - session.usedMs >= touchEveryMs)
		await ifWritable(store.sessions.touch(hash, nowMs));
	return person;
}

/** A full disk takes no notes, and still lets whoever is signed in read what is known. */
const ifWritable = (noted: Promise<void>): Promise<void> =>
	noted.catch(() => undefined);

function personIn(session: Session, nowMs: number): Person | null {
	const { person: name, role, hash, usedMs } = session;
	if (nowMs - usedMs > idleMaxMs || !isRole(role)) return null;
	return { name, role, session: hash };
}

export async function leave(store: Store, token: string): Promise<void> {
	await store.sessions.end(hashOf(token));
}
