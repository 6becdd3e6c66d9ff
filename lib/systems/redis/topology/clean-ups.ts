// Where are clean-ups done? At whichever node has the stream, found anew before each.
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { CleanUps } from "../../system.ts";
import { TroubleError } from "../../trouble-error.ts";
import type { Node } from "./node.ts";

type Found = { readonly node: Node; readonly leftMs: number };

function notBegun(error: unknown): Outcome {
	if (!(error instanceof TroubleError)) throw error;
	const { code, detail } = error.trouble;
	const values = { detail: detail || code };
	const why: Refusal = { code: "broker failed", values };
	return {
		...{ ending: "failed", messagesDone: 0, membersRemoved: 0 },
		...{ refusals: [why], figures: [], verifiedMs: null },
	};
}

/** `find` throws where nobody can say which node it is. */
export const cleanUpsAt = (
	find: (subscription: Subscription) => Promise<Found>,
): CleanUps => ({
	async plan(subscription, cleanUp, undone) {
		const { node, leftMs } = await find(subscription);
		return node.cleanUps.plan(subscription, cleanUp, undone, leftMs);
	},
	async apply(subscription, plan, course) {
		const found = await find(subscription).catch(notBegun);
		return "node" in found
			? found.node.cleanUps.apply(subscription, plan, course)
			: found;
	},
	async prove(subscription, plan, before) {
		const { node, leftMs } = await find(subscription);
		return node.cleanUps.prove(subscription, plan, before, leftMs);
	},
});
