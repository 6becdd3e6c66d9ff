// How does somebody come in, learn who they are, and leave?
import { leaveOf } from "#lib/access/asking.ts";
import { enter, leave, type Person } from "#lib/access/sessions.ts";
import { may, mayEverywhere } from "#lib/core/rights.ts";
import type { Grant } from "#lib/core/role.ts";
import { type SessionReply, sessionRequest } from "#lib/wire/session.ts";
import { bodyOf } from "./body.ts";
import { cookieEnded, cookieWith, tokenIn } from "./cookie.ts";
import type { Asked, AskedBy } from "./guard.ts";
import { originIn } from "./peer.ts";
import type { Place } from "./place.ts";
import { bareReply, reply } from "./reply.ts";

/** The session somebody came with ends when a new one starts: a token planted before is worth nothing after. */
export async function comeIn({
	request,
	place,
	peer,
	nowMs,
}: Asked): Promise<Response> {
	const wish = await bodyOf(request, sessionRequest);
	const store = await place.store();
	const { token, person } = await enter(
		store,
		wish,
		{
			demo: place.demo,
			access: place.access,
			origin: originIn(peer, request.headers),
		},
		nowMs,
	);
	const old = tokenIn(request.headers, peer);
	if (old !== null) await leave(store, old);
	return reply(sessionOnWire(person, place), {
		headers: { "set-cookie": cookieWith(token, peer) },
	});
}

export async function answerSession({
	person,
	place,
}: AskedBy): Promise<Response> {
	return reply(sessionOnWire(person, place));
}

export async function goOut({
	person,
	place,
	peer,
}: AskedBy): Promise<Response> {
	const store = await place.store();
	await store.sessions.end(person.session);
	return bareReply(204, { "set-cookie": cookieEnded(peer) });
}

function sessionOnWire(
	{ name, way, roles, rights }: Person,
	{ demo, acting }: Place,
): SessionReply {
	const { readOnlyBrokers, reasonRequired } = acting;
	const { readOnly } = leaveOf(rights, acting);
	return {
		...{ person: name, way, roles: [...roles], demo },
		seesContents: may(rights, "see contents"),
		tendsAlerts: mayEverywhere(rights, "tend alerts"),
		tendsPeople: mayEverywhere(rights, "administer"),
		leave: {
			rights: rights.map(grantOnWire),
			readOnly,
			readOnlyBrokers: [...readOnlyBrokers],
			reasonRequired,
		},
	};
}

const grantOnWire = ({ may: granted, where }: Grant) => ({
	may: [...granted],
	where:
		where?.map(({ brokers, channels, groups }) => ({
			brokers: [...brokers],
			channels: [...channels],
			groups: [...groups],
		})) ?? null,
});
