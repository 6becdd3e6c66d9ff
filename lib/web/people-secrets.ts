// How is made what is shown once? The secret is made here and answered; what is written down is its hash.
import { randomBytes } from "node:crypto";
import { hashOf, newSecret } from "#lib/access/sessions.ts";
import { refusePassword, refuseWrongCurrent } from "#lib/access/sign-in.ts";
import { newToken } from "#lib/access/tokens.ts";
import type { PeopleWish } from "#lib/core/people/people.ts";
import { Problem } from "#lib/core/problem.ts";
import { errandOnWire } from "#lib/wire/errand-on-wire.ts";
import type { ShownOnceReply } from "#lib/wire/people.ts";
import {
	invitationRequest,
	linkRequest,
	passwordRequest,
	tokenRequest,
} from "#lib/wire/people-request.ts";
import { laidDownForMs } from "./accept-invitation.ts";
import { askErrand } from "./ask-errand.ts";
import { bodyOf } from "./body.ts";
import type { AskedBy } from "./guard.ts";
import { judgePeople } from "./people.ts";
import { reply } from "./reply.ts";

export async function makeInvitation(asked: AskedBy): Promise<Response> {
	const { person } = await bodyOf(asked.request, invitationRequest);
	const key = newSecret();
	const wish = { verb: "invite", person, key: hashOf(key) } as const;
	return shownOnce(wish, `invitation=${key}`, asked);
}

export async function makeLink(asked: AskedBy): Promise<Response> {
	const asks = await bodyOf(asked.request, linkRequest);
	const key = newSecret();
	const wish = { verb: "offer link", ...asks, key: hashOf(key) } as const;
	return shownOnce(wish, `key=${key}`, asked);
}

export async function makeToken(asked: AskedBy): Promise<Response> {
	const asks = await bodyOf(asked.request, tokenRequest);
	const token = newToken();
	const wish = { verb: "add token", ...asks, token: hashOf(token) } as const;
	return shownOnce(wish, token, asked);
}

async function shownOnce(
	wish: PeopleWish,
	secret: string,
	asked: AskedBy,
): Promise<Response> {
	const { place, person, nowMs } = asked;
	const store = await place.store();
	await judgePeople(wish, asked);
	const { id } = await askErrand(store, wish, person, nowMs);
	const body: ShownOnceReply = { errand: id, secret };
	return reply(body, {
		code: 202,
		headers: { location: `/api/errands/${id}` },
	});
}

/** Its own person's only, who says the one they had as well. */
export async function setPassword(asked: AskedBy): Promise<Response> {
	const { request, params, place, person, nowMs } = asked;
	const { password, current } = await bodyOf(request, passwordRequest);
	if (person.way !== "password" || params.name !== person.name)
		throw new Problem("forbidden", "not allowed");
	const store = await place.store();
	const { passwords } = place;
	await refuseWrongCurrent(store, person, current, passwords, nowMs);
	refusePassword(password, person.name);
	const laid = randomBytes(16).toString("base64url");
	const wish = { verb: "set password", person: person.name, laid } as const;
	await judgePeople(wish, asked);
	const verifier = await passwords.verifierOf(password);
	await store.people.layDown(
		{ id: laid, verifier, untilMs: nowMs + laidDownForMs },
		nowMs,
	);
	const errand = await askErrand(store, wish, person, nowMs);
	return reply(errandOnWire(errand), {
		code: 202,
		headers: { location: `/api/errands/${errand.id}` },
	});
}
