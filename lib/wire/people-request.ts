// How is asked for a change of who may come in? Only the server reads this.
import { z } from "zod";
import {
	isPersonName,
	personNameMax,
	roleLengthMax,
	rolesMax,
	tokenDaysMax,
} from "#lib/core/people/people.ts";

const name = z.string().max(64).refine(isPersonName).meta({
	description:
		"Letters and figures of any script, and between them . _ @ + - and spaces",
});
const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const roles = z.array(z.string().max(roleLengthMax)).min(1).max(rolesMax);
const days = z.int().min(1).max(tokenDaysMax);
const anyName = z.string().min(1).max(personNameMax);
/** Longer than any is taken: what is wrong with it is said in words. */
const password = z.string().max(2_000);

/** Those in which there is no secret. */
export const peopleRequests = [
	z
		.strictObject({ verb: z.literal("add person"), person: name, roles })
		.meta({ id: "AddPersonRequest" }),
	z
		.strictObject({ verb: z.literal("set roles"), person: name, roles })
		.meta({ id: "SetRolesRequest" }),
	z
		.strictObject({ verb: z.literal("remove person"), person: name })
		.meta({ id: "RemovePersonRequest" }),
	z
		.strictObject({ verb: z.literal("end token"), token: id })
		.meta({ id: "EndTokenRequest" }),
	z
		.strictObject({ verb: z.literal("end session"), session: id })
		.meta({ id: "EndSessionRequest" }),
	z
		.strictObject({ verb: z.literal("end sessions"), person: anyName })
		.meta({ id: "EndSessionsRequest" }),
] as const;

export const passwordRequest = z
	.strictObject({ password, current: password })
	.meta({ id: "PasswordRequest" });

export const invitationRequest = z
	.strictObject({ person: name })
	.meta({ id: "InvitationRequest" });

export const linkRequest = z
	.strictObject({
		person: name.meta({ description: "What the screen is called" }),
		roles: roles.default(["viewer"]),
		days,
	})
	.meta({ id: "LinkRequest" });

export const tokenRequest = z
	.strictObject({ name, roles, days })
	.meta({ id: "TokenRequest" });
