// How are all rows that fit a filter taken away? As one file, in the order of the board.
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { row } from "./board.ts";
import { boardRequest } from "./board-request.ts";
import { json, otherwise } from "./described.ts";
import { time } from "./parts.ts";
import { fileFormats } from "./request-parts.ts";

export const rowsRequest = boardRequest
	.pick({ filter: true, sort: true })
	.extend({
		format: z.enum(fileFormats).optional().meta({
			description: "Unless given, as the header `accept` asks",
		}),
	});

export const rowsReply = z
	.object({ at: time, filter: z.string(), rows: z.array(row) })
	.meta({ id: "Rows" });

export const rows: ZodOpenApiPathsObject = {
	"/api/rows": {
		get: {
			summary: "Every subscription that fits a filter, as a file",
			requestParams: { query: rowsRequest },
			responses: {
				"200": {
					description:
						"Read while it is sent: a row that changes meanwhile is as it was when its turn came",
					content: {
						...json(rowsReply),
						"text/csv": { schema: z.string() },
					},
				},
				...otherwise,
			},
		},
	},
};
