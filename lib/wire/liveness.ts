// Does the web answer, and does the collector tick?
import { z } from "zod";
import { freshnesses } from "#lib/core/freshness.ts";
import { time } from "./parts.ts";

export const healthReply = z
	.object({ ok: z.literal(true) })
	.meta({ id: "Health" });

/** Anybody may ask this one, so it names no broker. */
export const readyReply = z
	.object({
		ready: z.boolean(),
		collector: z.enum(freshnesses),
		at: time.nullable(),
		brokers: z.record(z.enum(freshnesses), z.number()),
	})
	.meta({ id: "Ready" });
export type ReadyReply = z.infer<typeof readyReply>;
