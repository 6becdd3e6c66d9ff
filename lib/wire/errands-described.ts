// How are errands described to machines? What is asked, approved, stopped, taken back and looked up.
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { activityReply } from "./activity.ts";
import { activityRequest } from "./activity-request.ts";
import { errandWait } from "./board-request.ts";
import { cleanUpReply } from "./clean-up.ts";
import { approvalRequest } from "./clean-up-request.ts";
import { answer, byId, json, otherwise, ownHeader } from "./described.ts";
import { errandReply } from "./errand.ts";
import { errandRequest } from "./errand-request.ts";

const consented = (summary: string) => ({
	post: {
		summary,
		requestParams: { path: byId, header: ownHeader },
		requestBody: { content: json(z.object({})), required: true },
		responses: { "200": answer("As it stands", cleanUpReply), ...otherwise },
	},
});

const consents: ZodOpenApiPathsObject = {
	"/api/errands/{id}/approve": {
		post: {
			...consented("Say yes to a plan, as it was shown").post,
			requestBody: { content: json(approvalRequest), required: true },
		},
	},
	"/api/errands/{id}/cancel": consented("Say no to a plan"),
	"/api/errands/{id}/stop": consented("Say stop: what is done stays"),
	"/api/errands/{id}/undo": {
		post: {
			summary: "Have a plan drawn that takes it back",
			requestParams: { path: byId, header: ownHeader },
			requestBody: { content: json(z.object({})), required: true },
			responses: { "202": answer("Written down", cleanUpReply), ...otherwise },
		},
	},
};

const errandSent = z.union([errandReply, cleanUpReply]);

export const errands: ZodOpenApiPathsObject = {
	...consents,
	"/api/errands": {
		post: {
			summary: "Ask the collector to do something",
			requestParams: { header: ownHeader },
			requestBody: { content: json(errandRequest), required: true },
			responses: { "202": answer("Written down", errandSent), ...otherwise },
		},
		get: {
			summary:
				"What was cleaned up or changed, by whom and why, the latest first",
			requestParams: { query: activityRequest },
			responses: {
				"200": {
					description: "One page; with `format` a file of all that fit",
					content: {
						...json(activityReply),
						"text/csv": { schema: z.string() },
					},
				},
				...otherwise,
			},
		},
	},
	"/api/errands/{id}": {
		get: {
			summary: "What came of it?",
			requestParams: { path: byId, query: errandWait },
			responses: { "200": answer("As it stands", errandSent), ...otherwise },
		},
	},
};
