// How does somebody come in by the provider? Led there, and back here; the way on is a page of ours, since our cookie follows nobody who comes from elsewhere.
import { nameFor, refuseWithoutRole, sourcesOf } from "#lib/access/borne.ts";
import { begin, idleMaxMs } from "#lib/access/sessions.ts";
import { ownPath } from "#lib/core/people/own-path.ts";
import { Problem, type ProblemDetail } from "#lib/core/problem.ts";
import { cookieWith } from "./cookie.ts";
import type { Asked } from "./guard.ts";
import { originIn } from "./peer.ts";
import type { Place } from "./place.ts";
import {
	signInCookie,
	signInCookieEnded,
	signInCookieIn,
} from "./provider-cookie.ts";
import { bareReply, isProblem, textReply } from "./reply.ts";

const back = "/api/session/provider/back";
const troubleLastsMs = 2 * 60_000;
/** Nobody tells us when a group is taken from somebody: so they come again each day. */
const lastsMs = idleMaxMs;

export async function startAtProvider(asked: Asked): Promise<Response> {
	const { request, place, peer, nowMs } = asked;
	const origin = peer.origin ?? "";
	const { searchParams } = new URL(request.url);
	const next = ownPath(searchParams.get("next"), origin);
	try {
		refuseUnlessOpened(request.headers);
		const wish = { back: `${origin}${back}`, next };
		const { to, sealed } = await signInsOf(place).begin(wish, nowMs);
		const cookie = signInCookie("sign-in", sealed, peer);
		return bareReply(303, { location: to, "set-cookie": cookie });
	} catch (error) {
		return troubled(error, next, asked);
	}
}

export async function backFromProvider(asked: Asked): Promise<Response> {
	const { request, place, peer, nowMs } = asked;
	const sealed = signInCookieIn(request.headers, "sign-in", peer);
	const { searchParams } = new URL(request.url);
	try {
		const signIns = signInsOf(place);
		const claimed = await signIns.end(sealed, searchParams, nowMs);
		const token = await sessionFor(claimed, asked);
		return goingOn(claimed.next, [
			cookieWith(token, peer),
			signInCookieEnded("sign-in", peer),
		]);
	} catch (error) {
		const next = place.provider?.signIns.nextOf(sealed, nowMs) ?? "/";
		return troubled(error, next, asked);
	}
}

type Claimed = Awaited<
	ReturnType<NonNullable<Place["provider"]>["signIns"]["end"]>
>;

async function sessionFor(
	{ subject, name, groups }: Claimed,
	{ request, place, peer, nowMs }: Asked,
): Promise<string> {
	const { access } = place;
	const how = { way: "provider", roles: [], groups } as const;
	refuseWithoutRole(how, access);
	const store = await place.store();
	const identity = { source: access.provider?.issuer ?? "", subject };
	const sources = sourcesOf(access);
	const person = await nameFor(store, { identity, name }, sources, nowMs);
	const admitted = { ...how, person, lastsMs, idleMs: idleMaxMs };
	const origin = originIn(peer, request.headers);
	const { token } = await begin(store, admitted, { access, origin }, nowMs);
	return token;
}

/** Why somebody did not come in, for the page they came back to; told to this browser alone, and only for a moment. */
export function troubleIn({
	request,
	place,
	peer,
	nowMs,
}: Omit<Asked, "params" | "store">): ProblemDetail | null {
	const sealed = signInCookieIn(request.headers, "trouble", peer);
	// The cast: whatever opens was sealed below by this process, for this purpose.
	return (place.provider?.seal.open("trouble", sealed, nowMs) ??
		null) as ProblemDetail | null;
}

function troubled(
	error: unknown,
	next: string,
	{ place, peer, nowMs }: Asked,
): Response {
	if (!isProblem(error) || place.provider === null) throw error;
	const { seal } = place.provider;
	const { detail } = error;
	const sealed = seal.close("trouble", detail, nowMs + troubleLastsMs);
	const response = bareReply(303, {
		location: `/enter?next=${encodeURIComponent(next)}`,
		"set-cookie": signInCookie("trouble", sealed, peer),
	});
	response.headers.append("set-cookie", signInCookieEnded("sign-in", peer));
	return response;
}

function signInsOf({ provider }: Place) {
	if (provider === null) throw new Problem("not found", "no provider");
	return provider.signIns;
}

/** By somebody who goes there, and not by a page that draws pictures of us. */
function refuseUnlessOpened(headers: Headers): void {
	const meant = headers.get("sec-fetch-dest");
	if (meant !== null && meant !== "document")
		throw new Problem("forbidden", "foreign origin");
}

const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

function goingOn(next: string, cookies: readonly string[]): Response {
	const path = escaped(next);
	const page = `<!doctype html><meta charset="utf-8"><title>Tidemark</title><meta http-equiv="refresh" content="0;url=${path}"><a href="${path}">Tidemark</a>`;
	const response = textReply(page, {
		"content-type": "text/html; charset=utf-8",
		"content-security-policy":
			"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		// What stands in this address has been used; it goes no further all the same.
		"referrer-policy": "no-referrer",
	});
	for (const cookie of cookies) response.headers.append("set-cookie", cookie);
	return response;
}
