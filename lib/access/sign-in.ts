// How does somebody come in by a password, and who is nobody told apart from who mistyped?
import type { Access } from "#lib/core/people/access.ts";
import type { PeopleFault } from "#lib/core/people/faults.ts";
import { passwordFaultOf } from "#lib/core/people/password.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Offer } from "#lib/store/access-port.ts";
import type { Store } from "#lib/store/store.ts";
import {
	countWrongKey,
	type Guesser,
	tryOwnPassword,
	tryPassword,
} from "./guessing.ts";
import type { Passwords } from "./passwords.ts";
import {
	type Admitted,
	begin,
	type Entered,
	hashOf,
	idleMaxMs,
	ifWritable,
	type Origin,
	type Person,
	sessionLastsMs,
} from "./sessions.ts";

export type FrontDoor = {
	readonly access: Access;
	readonly origin: Origin;
	readonly passwords: Passwords;
	readonly guesser: Guesser;
};

const wrong = () =>
	new Problem("unauthenticated", "sign-in refused" satisfies PeopleFault);

/** The same work and the same words for a wrong password, for who has none, and for who is not there. */
export async function signIn(
	store: Store,
	asked: { readonly person: string; readonly password: string },
	{ access, origin, passwords, guesser }: FrontDoor,
	nowMs: number,
): Promise<Entered> {
	refuseWithoutPasswords(access);
	const name = asked.person.trim().normalize("NFC");
	const { isKnown, giveBack } = await tryPassword(
		...([store, name, guesser, nowMs] as const),
	);
	const person = await store.people.person(name);
	const verifier = person?.verifier ?? null;
	const isRight = await passwords
		.verify(asked.password, verifier, isKnown)
		.catch(async (error: unknown) => {
			await giveBack();
			throw error;
		});
	if (!isRight || verifier === null) throw wrong();
	await giveBack();
	const entered = await beginAs(store, name, { access, origin }, nowMs);
	if (passwords.isWeak(verifier)) {
		const stronger = await passwords.verifierOf(asked.password);
		await ifWritable(store.people.strengthen(name, verifier, stronger));
	}
	return entered;
}

function refuseWithoutPasswords({ passwords }: Access): void {
	if (!passwords)
		throw new Problem("refused", "passwords off" satisfies PeopleFault);
}

export async function beginAs(
	store: Store,
	name: string,
	{ access, origin }: Pick<FrontDoor, "access" | "origin">,
	nowMs: number,
): Promise<Entered> {
	const admitted: Admitted = {
		...{ person: name, way: "password" as const, roles: [], groups: [] },
		...{ lastsMs: sessionLastsMs, idleMs: idleMaxMs },
	};
	const entered = await begin(store, admitted, { access, origin }, nowMs);
	await ifWritable(store.people.signedIn(name, nowMs));
	return entered;
}

/** Before anything is spent for it. */
export function refusePassword(password: string, person: string): void {
	const fault = passwordFaultOf(password, person);
	if (fault !== null) throw new Problem("invalid", fault.key, fault.values);
}

/** Whoever sits at a browser that was left open does not know it. */
export async function refuseWrongCurrent(
	store: Store,
	{ name, session }: Person,
	current: string,
	passwords: Passwords,
	nowMs: number,
): Promise<void> {
	const giveBack = await tryOwnPassword(store, session, nowMs);
	const { verifier = null } = (await store.people.person(name)) ?? {};
	if (!(await passwords.verify(current, verifier, true)))
		throw new Problem("refused", "password wrong" satisfies PeopleFault);
	await giveBack();
}

/** What an invitation's key is for, while it can be spent. */
export async function invitationOf(
	store: Store,
	key: string,
	{ access, guesser }: Pick<FrontDoor, "access" | "guesser">,
	nowMs: number,
): Promise<Offer> {
	refuseWithoutPasswords(access);
	const offer = await store.sessions.offered(hashOf(key), nowMs);
	if (offer?.isInvitation) return offer;
	await countWrongKey(store, guesser.client, nowMs);
	throw invitationOver();
}

export const invitationOver = () =>
	new Problem("unauthenticated", "invitation not valid" satisfies PeopleFault);
