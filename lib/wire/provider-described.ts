// How is the way in by the provider described to machines? A browser goes it; programs have tokens.
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { otherwise } from "./described.ts";

const open: [] = [];

export const provider: ZodOpenApiPathsObject = {
	"/api/session/provider": {
		get: {
			summary: "Come in by the provider that is configured",
			security: open,
			requestParams: {
				query: z.object({
					next: z.string().optional().meta({
						description: "Where to go then: a path of this place",
					}),
				}),
			},
			responses: {
				"303": {
					description:
						"To the provider; a cookie that lasts ten minutes is set",
				},
				...otherwise,
			},
		},
	},
	"/api/session/provider/back": {
		get: {
			summary: "Back from the provider, in the browser that went there",
			security: open,
			requestParams: {
				query: z.object({
					code: z.string().optional(),
					state: z.string().optional(),
					iss: z.string().optional(),
					error: z.string().optional(),
				}),
			},
			responses: {
				"200": {
					description: "A page that goes on; the session's cookie is set",
					content: { "text/html": { schema: z.string() } },
				},
				"303": {
					description: "To the sign-in page, which says why not",
				},
				...otherwise,
			},
		},
	},
};
