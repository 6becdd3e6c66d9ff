// How are people, sessions and tokens described to machines? What holds no secret is changed by an errand.
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { answer, json, otherwise, ownHeader } from "./described.ts";
import { errandReply } from "./errand.ts";
import {
	peopleReply,
	sessionsReply,
	shownOnceReply,
	signInReply,
	tokensReply,
} from "./people.ts";
import {
	invitationRequest,
	linkRequest,
	passwordRequest,
	tokenRequest,
} from "./people-request.ts";

const shownOnce = (summary: string, request: z.ZodType) => ({
	post: {
		summary,
		requestParams: { header: ownHeader },
		requestBody: { content: json(request), required: true as const },
		responses: {
			"202": answer("Written down; shown this once", shownOnceReply),
			...otherwise,
		},
	},
});

export const people: ZodOpenApiPathsObject = {
	"/api/sign-in": {
		get: {
			summary: "By which ways can somebody come in?",
			security: [],
			responses: { "200": answer("These", signInReply), ...otherwise },
		},
	},
	"/api/people": {
		get: {
			summary: "Who may come in, and what each role may",
			responses: { "200": answer("All of them", peopleReply), ...otherwise },
		},
	},
	"/api/people/{name}/password": {
		post: {
			summary: "Set one's own password; all other sessions end",
			requestParams: {
				path: z.object({ name: z.string() }),
				header: ownHeader,
			},
			requestBody: { content: json(passwordRequest), required: true },
			responses: { "202": answer("Written down", errandReply), ...otherwise },
		},
	},
	"/api/sessions": {
		get: {
			summary: "Who is signed in: oneself, or everybody for who tends people",
			responses: { "200": answer("Sessions", sessionsReply), ...otherwise },
		},
	},
	"/api/tokens": {
		get: {
			summary: "One's own tokens, or everybody's for who tends people",
			responses: { "200": answer("Tokens", tokensReply), ...otherwise },
		},
		...shownOnce("Make a token for a program", tokenRequest),
	},
	"/api/invitations": shownOnce(
		"Make a link by which somebody sets a password",
		invitationRequest,
	),
	"/api/links": shownOnce("Make a link for a screen on a wall", linkRequest),
};
