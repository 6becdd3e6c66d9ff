// What is a queue like before it is cleaned up, and again before it is done? As the management counted it last.
import { canonical } from "#lib/core/canonical.ts";
import { Problem } from "#lib/core/problem.ts";
import { fieldIn, flagIn, textIn } from "../connection/json.ts";
import { asking, pathOf } from "../connection/paths.ts";
import { type Consumer, consumersIn } from "../members/consumers.ts";
import { columns, type QueueReply, queueIn } from "../queues/replies.ts";
import { answered } from "./answered.ts";
import type { Place } from "./place.ts";

export type QueueNow = QueueReply & {
	/** Of one connection alone. */
	readonly isExclusive: boolean;
	/** Nothing has come, gone or been asked for since it was counted. */
	readonly isIdle: boolean;
	/** What it is, and what was decided for it: two of them that differ are not the same. */
	readonly traits: string;
	readonly readers: readonly Consumer[];
};

const deciding = [
	...["type", "durable", "auto_delete", "exclusive", "policy"],
	...["arguments", "effective_policy_definition"],
];
const asked = [columns, ...deciding, "idle_since", "consumer_details"];

/** Throws a Problem "not found" where there is no such queue. */
export async function queueNow(place: Place): Promise<QueueNow> {
	const { virtualHost, name } = place;
	const path = pathOf("queues", virtualHost, name);
	const body = await answered(
		place,
		asking(path, { columns: [...new Set(asked.join(",").split(","))].join() }),
	);
	const queue = queueIn(body);
	if (queue === null) throw new Problem("not found", "subscription gone");
	return {
		...queue,
		isExclusive: flagIn(body, "exclusive") ?? false,
		isIdle: textIn(body, "idle_since") !== null,
		traits: canonical(deciding.map((trait) => decided(body, trait))),
		readers: consumersIn(body),
	};
}

/** Left out of a queue that was never counted, and empty once it was. */
function decided(body: unknown, trait: string): unknown {
	const value = fieldIn(body, trait) ?? null;
	const isEmpty =
		typeof value === "object" && Object.keys(value ?? {}).length === 0;
	return isEmpty ? null : value;
}
