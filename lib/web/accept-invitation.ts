// How does somebody who was invited set a password? The collector writes it, so nothing is spent while it is away.
import { randomBytes } from "node:crypto";
import { type Entered, hashOf, leave } from "#lib/access/sessions.ts";
import {
	beginAs,
	type FrontDoor,
	invitationOf,
	invitationOver,
	refusePassword,
} from "#lib/access/sign-in.ts";
import type { PeopleFault } from "#lib/core/people/faults.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Store } from "#lib/store/store.ts";
import { askErrand } from "./ask-errand.ts";
import { whenMoved } from "./errand.ts";
import type { Asked } from "./guard.ts";

const waitMs = 10_000;
export const laidDownForMs = 10 * 60_000;

export async function acceptInvitation(
	store: Store,
	{ key, password }: { readonly key: string; readonly password: string },
	door: FrontDoor,
	{ request, nowMs }: Asked,
): Promise<Entered> {
	const { person } = await invitationOf(store, key, door, nowMs);
	refusePassword(password, person);
	await refuseWhileSilent(store, nowMs);
	const verifier = await door.passwords.verifierOf(password);
	if ((await store.sessions.spend(hashOf(key), nowMs)) === null)
		throw invitationOver();
	const entered = await beginAs(store, person, door, nowMs);
	const laid = randomBytes(16).toString("base64url");
	await store.people.layDown(
		{ id: laid, verifier, untilMs: nowMs + laidDownForMs },
		nowMs,
	);
	const wish = { verb: "set password", person, laid } as const;
	const { id } = await askErrand(store, wish, entered.person, nowMs);
	const errand = await whenMoved(store, id, waitMs, request.signal);
	if (errand?.state === "answered") return entered;
	await leave(store, entered.token);
	const failure = errand?.failure;
	throw failure
		? new Problem("refused", failure.key, failure.values)
		: silent();
}

const silent = () =>
	new Problem("unreachable", "collector silent" satisfies PeopleFault);

export async function refuseWhileSilent(
	store: Store,
	nowMs: number,
): Promise<void> {
	const last = await store.pulse.last();
	if (last === null || nowMs - last.atMs > 5 * last.everyMs) throw silent();
}
