// How is the API described to machines? Written from the same schemas that check what comes in.
import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import { alerts } from "./alerts-described.ts";
import { boardReply, subscriptionReply } from "./board.ts";
import { boardRequest } from "./board-request.ts";
import { brokerPageReply } from "./broker.ts";
import { answer, byId, json, otherwise, ownHeader } from "./described.ts";
import { errands } from "./errands-described.ts";
import { history } from "./history-described.ts";
import { healthReply, readyReply } from "./liveness.ts";
import { people } from "./people-described.ts";
import { provider } from "./provider-described.ts";
import { rows } from "./rows.ts";
import { sessionReply, sessionRequest } from "./session.ts";

const open: [] = [];
const live: ZodOpenApiPathsObject = {
	"/api/health": {
		get: {
			summary: "Does the web answer?",
			security: open,
			responses: { "200": answer("It does", healthReply), ...otherwise },
		},
	},
	"/api/ready": {
		get: {
			summary: "Does the collector tick?",
			security: open,
			responses: {
				"200": answer("It ticks", readyReply),
				"503": answer("It does not", readyReply),
				...otherwise,
			},
		},
	},
};

const session: ZodOpenApiPathsObject = {
	"/api/session": {
		post: {
			summary:
				"Come in: with a password, an invitation, an entry key, or as a visitor of a demo",
			security: open,
			requestParams: { header: ownHeader },
			requestBody: { content: json(sessionRequest), required: true },
			responses: {
				"200": answer("Who you are now; a cookie is set", sessionReply),
				...otherwise,
			},
		},
		get: {
			summary: "Who am I?",
			responses: { "200": answer("You", sessionReply), ...otherwise },
		},
		delete: {
			summary: "Leave",
			requestParams: { header: ownHeader },
			responses: { "204": { description: "Left" }, ...otherwise },
		},
	},
};

const board: ZodOpenApiPathsObject = {
	"/api/board": {
		get: {
			summary: "One page of the board",
			requestParams: {
				query: boardRequest,
				header: z.object({ "if-none-match": z.string().optional() }),
			},
			responses: {
				"200": answer("A page, with an ETag", boardReply),
				"304": {
					description:
						"Nothing changed; tidemark-at, tidemark-heard and tidemark-collector carry the clock and the ages in ms, and tidemark-build, as in every answer to somebody who is signed in, names the build that answers",
				},
				...otherwise,
			},
		},
	},
	"/api/subscriptions/{id}": {
		get: {
			summary: "One subscription",
			requestParams: { path: byId },
			responses: {
				"200": answer("What is known of it", subscriptionReply),
				...otherwise,
			},
		},
	},
};

const brokers: ZodOpenApiPathsObject = {
	"/api/brokers/{name}": {
		get: {
			summary: "One broker, and its groups that are no row",
			requestParams: {
				path: z.object({ name: z.string() }),
				header: z.object({ "if-none-match": z.string().optional() }),
			},
			responses: {
				"200": answer("What is known of it, with an ETag", brokerPageReply),
				"304": { description: "Nothing changed but the ages, as of the board" },
				...otherwise,
			},
		},
	},
};

const metrics: ZodOpenApiPathsObject = {
	"/metrics": {
		get: {
			summary: "The board as metrics, for whoever scrapes",
			security: [{ scraper: [] }, { session: [] }, { token: [] }],
			requestParams: {
				header: z.object({
					accept: z.string().optional().meta({
						description:
							"application/openmetrics-text is answered as OpenMetrics 1.0.0, everything else as Prometheus' text format 0.0.4",
					}),
				}),
			},
			responses: {
				"200": {
					description: "Every number that is known; what is not is left out",
					content: { "text/plain": { schema: z.string() } },
				},
				...otherwise,
			},
		},
	},
};

const itself: ZodOpenApiPathsObject = {
	"/api/openapi.json": {
		get: {
			summary: "This document",
			responses: {
				"200": answer("OpenAPI 3.1", z.record(z.string(), z.unknown())),
				...otherwise,
			},
		},
	},
};

export const openapi = () =>
	createDocument({
		openapi: "3.1.0",
		info: { title: "Tidemark", version: "1" },
		security: [{ session: [] }, { token: [] }],
		components: {
			securitySchemes: {
				session: { type: "apiKey", in: "cookie", name: "tidemark-session" },
				token: {
					type: "http",
					scheme: "bearer",
					description:
						"For programs: counts without any cookie, and for what its roles allow",
				},
				scraper: {
					type: "http",
					scheme: "bearer",
					description: "The token that the setting metrics names",
				},
			},
		},
		paths: {
			...live,
			...session,
			...provider,
			...people,
			...board,
			...rows,
			...history,
			...brokers,
			...alerts,
			...errands,
			...metrics,
			...itself,
		},
	});
