// How does somebody come in? By a key, a password, an invitation, or as a visitor of a demo.
import { countWrongKey } from "#lib/access/guessing.ts";
import {
	type Entered,
	enter,
	hashOf,
	ifWritable,
	leave,
	newSecret,
} from "#lib/access/sessions.ts";
import { signIn } from "#lib/access/sign-in.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Store } from "#lib/store/store.ts";
import type { SignInReply } from "#lib/wire/people.ts";
import { sessionRequest } from "#lib/wire/session.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { bodyOf } from "./body.ts";
import { browserCookie, browserIn } from "./browser-cookie.ts";
import { cookieWith, tokenIn } from "./cookie.ts";
import type { Asked } from "./guard.ts";
import { originIn } from "./peer.ts";
import { troubleIn } from "./provider.ts";
import { reply } from "./reply.ts";
import { sessionOnWire } from "./session.ts";

/** The session somebody came with ends when a new one starts: a token planted before is worth nothing after. */
export async function comeIn(asked: Asked): Promise<Response> {
	const { request, place, peer } = asked;
	const wish = await bodyOf(request, sessionRequest);
	const store = await place.store();
	const { token, person } = await enteredBy(wish, store, asked);
	const old = tokenIn(request.headers, peer);
	if (old !== null) await leave(store, old);
	const answer = reply(sessionOnWire(person, place));
	answer.headers.append("set-cookie", cookieWith(token, peer));
	if (person.way === "password")
		answer.headers.append(
			"set-cookie",
			await knownFrom(store, person.name, asked),
		);
	return answer;
}

type Wish = ReturnType<typeof sessionRequest.parse>;

async function enteredBy(
	wish: Wish,
	store: Store,
	asked: Asked,
): Promise<Entered> {
	const { nowMs } = asked;
	const door = frontDoorOf(asked);
	switch (wish.by) {
		case "password":
			return signIn(store, wish, door, nowMs);
		case "invitation":
			return acceptInvitation(store, wish, door, asked);
		default:
			return enter(store, wish, door, nowMs).catch(async (error: unknown) => {
				const isWrong =
					error instanceof Problem && error.code === "unauthenticated";
				if (isWrong) await countWrongKey(store, door.guesser.client, nowMs);
				throw error;
			});
	}
}

function frontDoorOf({ request: { headers }, place, peer }: Asked) {
	return {
		...{ access: place.access, passwords: place.passwords },
		origin: originIn(peer, headers),
		guesser: { client: peer.client, browser: browserIn(headers, peer) },
	};
}

/** From now on this browser's tries are counted by themselves; under a name nobody could have planted. */
async function knownFrom(
	store: Store,
	person: string,
	{ request, peer, nowMs }: Asked,
): Promise<string> {
	const old = browserIn(request.headers, peer);
	const browser = newSecret();
	const known = { hash: hashOf(browser), was: old && hashOf(old) };
	await ifWritable(store.guesses.know(known, person, nowMs));
	return browserCookie(browser, peer);
}

export async function answerSignIn(asked: Asked): Promise<Response> {
	const { place } = asked;
	const { access, demo } = place;
	const store = await place.store();
	const people = access.passwords ? await store.people.people() : [];
	const body: SignInReply = {
		password: people.some(({ verifier }) => verifier !== null),
		provider: access.provider && { label: access.provider.label },
		demo,
		trouble: troubleIn(asked),
	};
	return reply(body);
}
