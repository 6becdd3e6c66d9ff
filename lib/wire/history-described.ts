// How is history described to machines?
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { answer, byId, json, otherwise } from "./described.ts";
import {
	historyReply,
	historyRequest,
	rememberedReply,
	rememberedRequest,
} from "./history.ts";

export const history: ZodOpenApiPathsObject = {
	"/api/subscriptions/{id}/history": {
		get: {
			summary: "What every number of one subscription was",
			requestParams: { path: byId, query: historyRequest },
			responses: {
				"200": {
					description: "Points in the order of time, also as a table",
					content: {
						...json(historyReply),
						"text/csv": { schema: z.string() },
					},
				},
				...otherwise,
			},
		},
	},
	"/api/history": {
		get: {
			summary: "Subscriptions that are remembered, gone ones too, by name",
			requestParams: { query: rememberedRequest },
			responses: {
				"200": answer("Those that were found", rememberedReply),
				...otherwise,
			},
		},
	},
};
