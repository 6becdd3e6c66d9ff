// Who may come in, who is signed in, and what is said of each? Nothing here opens anything, but what is shown once.
import { z } from "zod";
import { actions } from "#lib/core/clean-up/clean-up.ts";
import { ways } from "#lib/core/people/access.ts";
import { acts } from "#lib/core/people/role.ts";
import { time } from "./parts.ts";
import { problemDetail } from "./problem.ts";

const names = z.array(z.string());

export const grant = z
	.object({
		may: z.array(z.enum([...acts, ...actions])),
		where: z
			.array(z.object({ brokers: names, channels: names, groups: names }))
			.nullable(),
	})
	.meta({ id: "Grant", description: "Null is everywhere" });
export type GrantReply = z.infer<typeof grant>;

/** What the sign-in page offers; open to everybody. */
export const signInReply = z
	.object({
		password: z.boolean(),
		provider: z.object({ label: z.string() }).nullable(),
		demo: z.boolean(),
		trouble: problemDetail.nullable().meta({
			description:
				"Why whoever comes back from the provider did not come in; told to this browser alone",
		}),
	})
	.meta({ id: "SignIn" });
export type SignInReply = z.infer<typeof signInReply>;

const person = z
	.object({
		name: z.string(),
		roles: names,
		hasPassword: z.boolean(),
		made: time,
		madeBy: z.string(),
		passwordSet: time.nullable(),
		signedIn: time.nullable(),
	})
	.meta({ id: "Person" });
export type PersonReply = z.infer<typeof person>;

export const peopleReply = z
	.object({
		people: z.array(person),
		/** Every role there is: the usual ones and those of the configuration. */
		roles: z.array(
			z.object({
				name: z.string(),
				isUsual: z.boolean(),
				grants: z.array(grant),
			}),
		),
		/** Which roles a group of the provider or proxy has, as the configuration says. */
		groups: z.array(z.object({ group: z.string(), roles: names })),
	})
	.meta({ id: "People" });
export type PeopleReply = z.infer<typeof peopleReply>;

export const sessionsReply = z
	.object({
		sessions: z.array(
			z.object({
				id: z.string(),
				person: z.string(),
				way: z.enum(ways),
				started: time,
				used: time,
				ends: time,
				from: z.string().nullable(),
				browser: z.string().nullable(),
				isThis: z.boolean(),
			}),
		),
	})
	.meta({ id: "Sessions" });
export type SessionsReply = z.infer<typeof sessionsReply>;

export const tokensReply = z
	.object({
		tokens: z.array(
			z.object({
				id: z.string(),
				name: z.string(),
				person: z.string(),
				roles: names,
				made: time,
				expires: time,
				used: time.nullable(),
			}),
		),
	})
	.meta({ id: "Tokens" });
export type TokensReply = z.infer<typeof tokensReply>;

/** The errand that writes it down, and what is shown this once: a token, or the part of a link behind its #. */
export const shownOnceReply = z
	.object({ errand: z.string(), secret: z.string() })
	.meta({ id: "ShownOnce" });
export type ShownOnceReply = z.infer<typeof shownOnceReply>;
