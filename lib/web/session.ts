// How does somebody learn who they are, and leave?
import { leaveOf } from "#lib/access/asking.ts";
import type { Person } from "#lib/access/sessions.ts";
import { may, mayEverywhere } from "#lib/core/people/rights.ts";
import type { Grant } from "#lib/core/people/role.ts";
import type { SessionReply } from "#lib/wire/session.ts";
import { cookieEnded } from "./cookie.ts";
import type { AskedBy } from "./guard.ts";
import type { Place } from "./place.ts";
import { bareReply, reply } from "./reply.ts";

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

export function sessionOnWire(
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

export const grantOnWire = ({ may: granted, where }: Grant) => ({
	may: [...granted],
	where:
		where?.map(({ brokers, channels, groups }) => ({
			brokers: [...brokers],
			channels: [...channels],
			groups: [...groups],
		})) ?? null,
});
