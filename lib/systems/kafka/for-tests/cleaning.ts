// How does a test clean up at a Kafka? As the collector would, with all that it wrote down kept to look at.
import type { CleanUp, Whereto } from "#lib/core/clean-up/clean-up.ts";
import type {
	Before,
	Outcome,
	Progress,
	Stage,
} from "#lib/core/clean-up/outcome.ts";
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
	/** A plan has lain in a store before it is applied. */
	async function applied(
		plan: Plan,
		{ before = [], stop, meanwhile = async () => {}, at = [] }: Given,
	): Promise<Applied> {
		const kept: Before[] = [];
		const told: Progress[] = [];
		const outcome = await own.apply(
			subscription,
			JSON.parse(JSON.stringify(plan)),
			{
				...{ before, stop: stop ?? new AbortController().signal },
				async progress(it) {
					const isFirst = told.every(({ stage }) => stage !== it.stage);
					told.push(it);
					if (isFirst && at.includes(it.stage)) await meanwhile();
				},
				keep: async (some) => void kept.push(...some),
			},
		);
		return { outcome, kept, told };
	}

	return {
		plan: (cleanUp: CleanUp, undone: Undone | null = null) =>
			own.plan(subscription, cleanUp, undone),
		apply: (
			plan: Plan,
			before: readonly Before[] = [],
			stop: AbortSignal = new AbortController().signal,
		): Promise<Applied> => applied(plan, { before, stop }),
		/** Something happens after the last look, right before the broker is told; or right after. */
		applyWith: (
			plan: Plan,
			meanwhile: () => Promise<unknown>,
			at: readonly Stage[] = ["messages", "members"],
			before: readonly Before[] = [],
		) => applied(plan, { meanwhile, at, before }),
		prove: (plan: Plan) => own.prove(subscription, plan, []),
	};
}

type Given = {
	readonly before?: readonly Before[];
	readonly stop?: AbortSignal;
	readonly meanwhile?: () => Promise<unknown>;
	readonly at?: readonly Stage[];
};

export type Applied = {
	readonly outcome: Outcome;
	readonly kept: readonly Before[];
	readonly told: readonly Progress[];
};

export const resetTo = (
	to: Whereto,
	partitions: readonly number[] | null = null,
): CleanUp => ({ action: "reset", partitions, to });
