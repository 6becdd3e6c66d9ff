// What may be configured about several servers? How Sentinel is signed in to, and where nodes are reached that announce other addresses.
import { z } from "zod";
import type { Secret } from "../../address.ts";
import { secret, section, text } from "../../setting.ts";
import { type Known, placeIn } from "./place.ts";

export type SentinelConfigured = {
	readonly user: string | null;
	/** Null where it asks nobody to sign in. */
	readonly password: Secret | null;
};

/** By what a node announces, where it is reached instead; no other is then dialled. Null: as they are announced. */
export type NodesConfigured = ReadonlyMap<string, Known> | null;

export const nothingOfSentinel: SentinelConfigured = {
	user: null,
	password: null,
};

export const sentinelSetting = section({
	user: text("write the name Sentinel knows us by").optional(),
	password: secret("write the password of Sentinel itself").optional(),
}).transform(
	({ user, password }): SentinelConfigured => ({
		user: user ?? null,
		password: password ?? null,
	}),
);

const nodesSay =
	'write "announced:port": reached:port, one a line, for every node';

export const nodesSetting = z
	.record(z.string(), z.string(nodesSay), nodesSay)
	.transform((given, context) => {
		const nodes = new Map<string, Known>();
		for (const [announced, reached] of Object.entries(given)) {
			const [from, to] = [placeIn(announced), placeIn(reached)];
			if (from && to) nodes.set(announced.trim().toLowerCase(), to);
			else context.addIssue({ code: "custom", message: nodesSay });
		}
		return nodes;
	});
