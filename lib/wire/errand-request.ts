// How is something asked of the collector? Only the server reads this.
import { z } from "zod";
import { lookLimitMax } from "#lib/core/errand.ts";
import { addressLengthMax } from "#lib/core/finding.ts";
import { lookParts, lookSorts } from "#lib/core/look.ts";
import { contentsMax } from "#lib/core/pending.ts";
import { alertRequests } from "./alert-request.ts";
import { cleanUpRequest } from "./clean-up-request.ts";
import { pendingRequest } from "./pending.ts";
import { peopleRequests } from "./people-request.ts";

const lookRequest = z
	.strictObject({
		verb: z.literal("look"),
		subscription: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
		part: z.enum(lookParts),
		sort: z.enum(lookSorts).default("lag"),
		offset: z.int().min(0).max(10_000_000).default(0),
		limit: z.int().min(1).max(lookLimitMax).default(100),
		pending: pendingRequest.nullable().default(null),
	})
	.refine(
		({ pending, limit }) => !pending?.contents || limit <= contentsMax.entries,
		{ path: ["limit"] },
	)
	.meta({ id: "LookRequest" });

const tryRequest = z
	.strictObject({
		verb: z.literal("try"),
		address: z.string().max(addressLengthMax).nullable().meta({
			description:
				"Without a password; null tries the usual ports of the collector's machine",
		}),
	})
	.meta({ id: "TryRequest" });

export const errandRequest = z
	.discriminatedUnion("verb", [
		lookRequest,
		tryRequest,
		cleanUpRequest,
		...alertRequests,
		...peopleRequests,
	])
	.meta({ id: "ErrandRequest" });
