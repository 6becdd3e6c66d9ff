// How are alerts described to machines? What fires, what fired, what is watched; what is changed is an errand.
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import {
	alertReply,
	alertsReply,
	pastAlertsReply,
	rulesReply,
} from "./alerts.ts";
import { alertsRequest, pastAlertsRequest } from "./alerts-request.ts";
import { answer, byId, json, otherwise } from "./described.ts";

export const alerts: ZodOpenApiPathsObject = {
	"/api/alerts": {
		get: {
			summary: "What fires, the gravest first, and what is muted",
			requestParams: {
				query: alertsRequest,
				header: z.object({ "if-none-match": z.string().optional() }),
			},
			responses: {
				"200": answer("As it is, with an ETag", alertsReply),
				"304": { description: "Nothing changed but the ages, as of the board" },
				...otherwise,
			},
		},
	},
	"/api/alerts/past": {
		get: {
			summary: "What fired and was resolved, the latest first",
			requestParams: { query: pastAlertsRequest },
			responses: {
				"200": {
					description: "One page; with `format` a file of all that fit",
					content: {
						...json(pastAlertsReply),
						"text/csv": { schema: z.string() },
					},
				},
				...otherwise,
			},
		},
	},
	"/api/alerts/{id}": {
		get: {
			summary: "One alert, and how people were told of it",
			requestParams: { path: byId },
			responses: { "200": answer("What is known", alertReply), ...otherwise },
		},
	},
	"/api/rules": {
		get: {
			summary: "What is watched, and who is told",
			responses: {
				"200": answer("Rules and outlets", rulesReply),
				...otherwise,
			},
		},
	},
};
