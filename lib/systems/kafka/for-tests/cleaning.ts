// How does a test clean up at a Kafka? As the collector would, with all that it wrote down kept to look at.
import type { CleanUp, Whereto } from "#lib/core/clean-up/clean-up.ts";
import type { Before, Outcome, Progress } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { CleanUps, Connection, Undone } from "#lib/systems/system.ts";
import { kind } from "../positions/readings.ts";

export function cleaning(
	connection: Connection,
	channel: string,
	group: string,
) {
	const { cleanUps } = connection;
	if (cleanUps === undefined) throw new Error("It offers no clean-ups");
	const own: CleanUps = cleanUps;
	const subscription = { broker: "b", kind, channel, group };
	return {
		plan: (cleanUp: CleanUp, undone: Undone | null = null) =>
			own.plan(subscription, cleanUp, undone),
		/** A plan has lain in a store before it is applied. */
		async apply(
			plan: Plan,
			before: readonly Before[] = [],
			stop: AbortSignal = new AbortController().signal,
		): Promise<Applied> {
			const kept: Before[] = [];
			const told: Progress[] = [];
			const outcome = await own.apply(
				subscription,
				JSON.parse(JSON.stringify(plan)),
				{
					...{ before, stop },
					progress: async (it) => void told.push(it),
					keep: async (some) => void kept.push(...some),
				},
			);
			return { outcome, kept, told };
		},
		prove: (plan: Plan) => own.prove(subscription, plan, []),
	};
}

export type Applied = {
	readonly outcome: Outcome;
	readonly kept: readonly Before[];
	readonly told: readonly Progress[];
};

export const resetTo = (
	to: Whereto,
	partitions: readonly number[] | null = null,
): CleanUp => ({ action: "reset", partitions, to });
